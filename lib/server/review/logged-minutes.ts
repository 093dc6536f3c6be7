import type { LoggedMinutes, ParticipantAnswer } from '#lib/domain/review/reviewed-report.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';

/** The log's entries of one placement and month, by day. */
export async function entriesOfMonth(tx: Tx, placementId: string, month: Month): Promise<LoggedMinutes[]> {
  return await tx.$queryRaw<
    LoggedMinutes[]
  >`SELECT id::text, date::text, activity::text, form::text, minutes, note FROM activity_entry
    WHERE placement_id = ${placementId}::uuid AND removed_at IS NULL
      AND date >= ${firstDay(month)}::date AND date < ${firstDay(nextMonth(month))}::date ORDER BY date, id`;
}

/** The participant's latest answer to each entry, and to each row where there is no log of the portal's. */
export async function answersOfMonth(
  tx: Tx,
  placementId: string,
  month: Month,
): Promise<readonly ParticipantAnswer[]> {
  return await queryJson<ParticipantAnswer>(
    tx,
    Prisma.sql`
    SELECT * FROM (SELECT DISTINCT ON (a.entry_id, a.activity, a.form) a.entry_id AS "entryId", a.activity, a.form, a.answer, a.cause, a.words,
      to_char(a.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "answeredAt"
    FROM activity_answer a WHERE a.placement_id = ${placementId}::uuid AND a.month = ${firstDay(month)}::date
    ORDER BY a.entry_id, a.activity, a.form, a.number DESC) last WHERE last.answer <> 'withdrawn'`,
  );
}
