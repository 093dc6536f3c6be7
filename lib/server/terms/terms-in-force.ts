import { type Terms, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import type { Outage } from '#lib/domain/availability/outage.ts';
import { OUTAGES, withMovedDays } from '#lib/server/availability/with-moved-days.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** The terms in force on a day, with the last days that have moved after downtime. Throws when none are: every database is loaded with a first version. */
export async function termsInForce(tx: Tx, on: PlainDate): Promise<Terms> {
  const version = await tx.termsVersion.findFirstOrThrow({
    where: { validFrom: { lte: toUtcDate(on) } },
    orderBy: { validFrom: 'desc' },
  });
  const [row] = await tx.$queryRaw<{ outages: readonly Outage[] | null }[]>`SELECT ${OUTAGES} AS outages`;
  const terms = { ...TERMS_SINCE_STATEMENTS, ...(version.document as unknown as Terms) };
  return withMovedDays(terms, row?.outages ?? null);
}
