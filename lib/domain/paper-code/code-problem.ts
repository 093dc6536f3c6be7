import { conflict, type Problem, type Text } from '#lib/shared/problem.ts';

export type CodeRefusal = 'protectedIdentity' | 'nothingToChoose' | 'codeEnded';

const TITLES: Record<CodeRefusal, Text> = {
  protectedIdentity: {
    sv: 'Den som har skyddade personuppgifter får ingen kod på papper. Välj åt deltagaren i stället.',
    en: 'Nobody with protected identity gets a code on paper. Choose for the participant instead.',
  },
  nothingToChoose: {
    sv: 'Deltagaren har inget att välja just nu.',
    en: 'The participant has nothing to choose right now.',
  },
  codeEnded: {
    sv: 'Koden är redan använd eller spärrad.',
    en: 'The code has already been used or ended.',
  },
};

/** Why no code is handed out, or none is ended. */
export function codeRefused(refusal: CodeRefusal): Problem {
  return conflict([], { code: refusal, title: TITLES[refusal] });
}
