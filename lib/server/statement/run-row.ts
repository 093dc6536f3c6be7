import type { LatestRun } from '#lib/domain/statement/cut-off.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** The run with the latest cut-off, or null before the first. */
export async function findLatestRun(tx: Tx): Promise<LatestRun | null> {
  const [latest] = await tx.$queryRaw<{ cutOff: string; finished: boolean }[]>`
    SELECT cut_off::text AS "cutOff", finished_at IS NOT NULL AS finished FROM statement_run ORDER BY cut_off DESC LIMIT 1`;
  return latest === undefined ? null : { cutOff: plainDate(latest.cutOff), finished: latest.finished };
}
