import { type Terms, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** The terms in force on a day. Throws when none are: every database is loaded with a first version. */
export async function termsInForce(tx: Tx, on: PlainDate): Promise<Terms> {
  const version = await tx.termsVersion.findFirstOrThrow({
    where: { validFrom: { lte: toUtcDate(on) } },
    orderBy: { validFrom: 'desc' },
  });
  return { ...TERMS_SINCE_STATEMENTS, ...(version.document as unknown as Terms) };
}
