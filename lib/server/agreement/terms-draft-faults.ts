import { validateTerms, validFromFaults } from '#lib/domain/agreement/terms-faults.ts';
import type { TermsDraftRow } from '#lib/server/agreement/draft-row.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Everything that keeps terms from being submitted or published today. */
export async function termsDraftFaults(
  tx: Tx,
  { validFrom, document, status }: Pick<TermsDraftRow, 'validFrom' | 'document' | 'status'>,
  today: PlainDate,
): Promise<readonly FieldProblem[]> {
  if (status === 'published' || status === 'discarded') return [];
  const taken = await tx.$queryRaw<{ day: string }[]>`SELECT valid_from::text AS day FROM terms_version`;
  const terms = validateTerms(document);
  const days = taken.map(({ day }) => plainDate(day));
  return [...validFromFaults(validFrom, today, days), ...(terms.ok ? [] : terms.error)];
}
