import type { StatementNews } from '#lib/domain/todo/todo.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import { addDays, type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

/** A statement is news for a month. */
const NEWS_DAYS = 31;

type Row = {
  readonly id: string;
  readonly cutOff: PlainDate;
  readonly proposedAt: Date;
  readonly payable: bigint;
};

/** The latest statement that was proposed to the provider, while it is new. */
export async function findStatementNews(
  tx: Tx,
  providerId: string,
  now: Date,
): Promise<StatementNews | null> {
  const since = addDays(plainDateFromDate(now), -NEWS_DAYS);
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT s.id::text, s.cut_off::text AS "cutOff", s.proposed_at AS "proposedAt", s.payable_ore AS payable FROM statement s
    WHERE s.provider_id = ${providerId}::uuid AND s.status <> 'open' AND s.proposed_at >= ${since}::date
    ORDER BY s.cut_off DESC LIMIT 1`;
  if (row === undefined) return null;
  const { id, cutOff, proposedAt, payable } = row;
  return { id, cutOff, proposedOn: plainDateFromDate(proposedAt), payableOre: ore(Number(payable)) };
}
