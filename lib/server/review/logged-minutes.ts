import type { LoggedMinutes } from '#lib/domain/review/reviewed-report.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';

/** The log's entries of one placement and month, by day. */
export async function entriesOfMonth(tx: Tx, placementId: string, month: Month): Promise<LoggedMinutes[]> {
  return await tx.$queryRaw<
    LoggedMinutes[]
  >`SELECT date::text, activity::text, form::text, minutes, note FROM activity_entry
    WHERE placement_id = ${placementId}::uuid AND removed_at IS NULL
      AND date >= ${firstDay(month)}::date AND date < ${firstDay(nextMonth(month))}::date ORDER BY date, id`;
}
