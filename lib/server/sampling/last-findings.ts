import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, addMonthsTo, monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/**
 * The day on which something was last found to be wrong with each provider's reports, in the last so many months: a decision that
 * stands, upheld what a check found and did not approve it as it was (a rejection that became final in silence rests on its
 * proposal), or a cycle that closed with an error. None: not in the map.
 */
export async function lastFindings(
  tx: Tx,
  today: PlainDate,
  months: number,
): Promise<ReadonlyMap<string, PlainDate>> {
  const since = firstDay(addMonthsTo(monthOf(today), -months));
  const rows = await tx.$queryRaw<{ providerId: string; on: PlainDate }[]>`
    SELECT x.provider_id::text AS "providerId", (max(x.at) AT TIME ZONE 'Europe/Stockholm')::date::text AS "on" FROM (
      SELECT r.provider_id, d.decided_at AS at FROM review_decision d JOIN report r ON r.id = d.report_id
        WHERE d.decided_at >= ${since}::date AND d.by IN ('person', 'silence')
          AND (d.decision IN ('return', 'reject') OR EXISTS (SELECT 1 FROM review_decision_row w WHERE w.decision_id = d.id))
          AND EXISTS (SELECT 1 FROM finding_verdict v WHERE v.upheld AND v.report_id = r.id
            AND v.decision_id = CASE d.by WHEN 'silence' THEN d.proposal_id ELSE d.id END)
          AND NOT EXISTS (SELECT 1 FROM review_decision x WHERE x.report_id = r.id AND x.decision <> 'proposeReject'
            AND (x.decided_at, x.id) > (d.decided_at, d.id))
      UNION ALL
      SELECT s.provider_id, c.closed_at FROM sample_result s JOIN sample_cycle c ON c.id = s.cycle_id
        WHERE s.error IS NOT NULL AND c.closed_at >= ${since}::date) x
    GROUP BY x.provider_id`;
  return new Map(rows.map(({ providerId, on }) => [providerId, on]));
}
