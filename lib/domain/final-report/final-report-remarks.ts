import type { Answer } from '#lib/domain/final-report/answers.ts';
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
