import type { EarlierReport } from '#lib/domain/review/reviewed-report.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';

/**
 * The current reports of the months before in the minutes that count, newest first, at most six. Own work is the participant's
 * own time and is not support.
 */
export async function earlierReports(tx: Tx, placementId: string, month: Month): Promise<EarlierReport[]> {
  return await tx.$queryRaw<EarlierReport[]>`
    SELECT r.id::text, to_char(r.month, 'YYYY-MM') AS month, r.status::text,
      (SELECT d.by FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS by,
      coalesce(sum(app.counted_minutes(w)) FILTER (WHERE w.activity <> 'ownWork'), 0)::int AS "supportMinutes",
      coalesce(sum(app.counted_minutes(w)) FILTER (WHERE w.activity <> 'ownWork' AND w.form = 'onSite'), 0)::int AS "onSiteMinutes"
    FROM report r LEFT JOIN report_row w ON w.report_id = r.id
    WHERE r.placement_id = ${placementId}::uuid AND r.month < ${firstDay(month)}::date AND r.status NOT IN ('superseded', 'withdrawn')
    GROUP BY r.id, r.month, r.status ORDER BY r.month DESC LIMIT 6`;
}
