import type { Answer } from '#lib/domain/final-report/answers.ts';
import type { Copy } from '#lib/domain/final-report/final-report.ts';
import { sensitiveParts, type SensitivePart } from '#lib/domain/text/sensitive-words.ts';

/** Something to look at before the report is sent; never refused. */
type Remark = { readonly pointer: string; readonly message: string };

const KINDS: Record<SensitivePart['kind'], string> = {
  identityNumber: 'ser ut som ett personnummer',
  health: 'kan säga något om någons hälsa',
};

/** Identity numbers and words of health in the answers (service description section 5). */
export function sensitiveRemarks(answers: readonly Answer[]): readonly Remark[] {
  return answers.flatMap(({ pointer, where, text }) =>
    sensitiveParts(text).map(({ kind, words }) => ({
      pointer,
      message: `${where}: ”${words}” ${KINDS[kind]}. Ta bort det om det går att förstå utan.`,
    })),
  );
}

/** Answers that stand nearly word for word in final reports about others: how many, never whose. */
export function copyRemarks(answers: readonly Answer[], copies: readonly Copy[]): readonly Remark[] {
  return answers.flatMap(({ pointer, where }) => {
    const reports = copies.find(({ place }) => place === pointer)?.reports ?? 0;
    return reports === 0 ? [] : [{ pointer, message: `${where}: ${copyWords(reports)}` }];
  });
}

function copyWords(reports: number): string {
  const others =
    reports === 1 ? 'en annan slutredovisning hos er' : `${reports} andra slutredovisningar hos er`;
  return `nästan samma text står i ${others}. Skriv det som gäller just den här deltagaren. Granskaren ser också detta.`;
}
