import { ANSWER_KINDS, type AskedSpell, type EmployerAnswer } from '#lib/domain/evidence/confirmation.ts';
import { readExtentPercent } from '#lib/domain/text/read-typed.ts';
import { addDays, parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** An employer's answer as it was typed. `through` is the last day; empty: it goes on. */
export type TypedAnswer = {
  readonly answer: string;
  readonly from: string;
  readonly through: string;
  readonly extentPercent: string;
  readonly text: string;
  readonly name: string;
  readonly role: string;
  /** That who answers speaks for the employer that is named. */
  readonly speaksFor: boolean;
};

export type ReadAnswer = {
  readonly answer: EmployerAnswer;
  readonly text: string;
  readonly name: string;
  readonly role: string;
};

const WORDS = {
  answerMissing: { sv: 'Välj ett svar.', en: 'Choose an answer.' },
  dateMissing: { sv: 'Skriv den första dagen.', en: 'Write the first day.' },
  dateInvalid: {
    sv: 'Skriv ett datum, till exempel 2026-03-01.',
    en: 'Write a date, for example 2026-03-01.',
  },
  dateInFuture: {
    sv: 'Den första dagen kan inte ligga framåt i tiden.',
    en: 'The first day cannot be in the future.',
  },
  endBeforeStart: {
    sv: 'Den sista dagen kan inte ligga före den första.',
    en: 'The last day cannot be before the first.',
  },
  extentInvalid: {
    sv: 'Skriv omfattningen i hela procent, 1 till 100.',
    en: 'Write the extent in whole per cent, 1 to 100.',
  },
  nothingCorrected: {
    sv: 'Uppgifterna är samma som de du fick. Ändra det som är fel, eller svara att allt stämmer.',
    en: 'The details are the same as those you were sent. Change what is wrong, or answer that all is right.',
  },
  nameMissing: { sv: 'Skriv ditt namn.', en: 'Write your name.' },
  roleMissing: { sv: 'Skriv vilken roll du har där.', en: 'Write your role there.' },
  speaksForMissing: {
    sv: 'Kryssa i att du svarar för dem som frågan gäller. Gör du inte det: svara inte, och radera mejlet.',
    en: 'Tick that you answer for those who are asked. If you do not: do not answer, and delete the mail.',
  },
} as const satisfies Record<string, Readonly<Record<ProblemLocale, string>>>;

type Code = keyof typeof WORDS;
type Tell = (pointer: string, code: Code) => void;

/**
 * The answer to what was asked, or every fault at its field, in the language of who answers. What is not asked for by the kind of
 * answer is left out of account. Days half-open, extent in whole per cent.
 */
export function readAnswer(
  typed: TypedAnswer,
  asked: AskedSpell,
  given: { readonly today: PlainDate; readonly locale: ProblemLocale },
): Result<ReadAnswer, readonly FieldProblem[]> {
  const faults: FieldProblem[] = [];
  const tell: Tell = (pointer, code) => faults.push({ pointer, code, message: WORDS[code][given.locale] });
  const kind = ANSWER_KINDS.find((one) => one === typed.answer);
  if (kind === undefined) tell('/answer', 'answerMissing');
  const corrected = kind === 'corrected' ? readCorrection(typed, asked, given.today, tell) : null;
  const [name, role] = [typed.name.trim(), typed.role.trim()];
  if (name.length < 2) tell('/name', 'nameMissing');
  if (role.length < 2) tell('/role', 'roleMissing');
  if (!typed.speaksFor) tell('/speaksFor', 'speaksForMissing');
  if (faults.length > 0 || kind === undefined) return err(faults);
  const said = { text: typed.text.trim(), name, role };
  if (kind !== 'corrected') return ok({ answer: { kind }, ...said });
  return corrected === null ? err(faults) : ok({ answer: corrected, ...said });
}

function readCorrection(
  typed: TypedAnswer,
  asked: AskedSpell,
  today: PlainDate,
  tell: Tell,
): EmployerAnswer | null {
  const from = parsePlainDate(typed.from.trim());
  if (typed.from.trim() === '') tell('/from', 'dateMissing');
  else if (from === null) tell('/from', 'dateInvalid');
  else if (from > today) tell('/from', 'dateInFuture');
  const goesOn = typed.through.trim() === '';
  const through = goesOn ? null : parsePlainDate(typed.through.trim());
  if (!goesOn && through === null) tell('/through', 'dateInvalid');
  if (from !== null && through !== null && through < from) tell('/through', 'endBeforeStart');
  const extentPercent = readExtentPercent(typed.extentPercent);
  if (extentPercent === null) tell('/extentPercent', 'extentInvalid');
  if (from === null || extentPercent === null || (!goesOn && through === null)) return null;
  const to = through === null ? null : addDays(through, 1);
  if (from === asked.from && to === asked.to && extentPercent === asked.extentPercent) {
    tell('/answer', 'nothingCorrected');
  }
  return { kind: 'corrected', from, to, extentPercent };
}
