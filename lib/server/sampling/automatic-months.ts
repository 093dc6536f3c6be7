import type { AutomaticMonth } from '#lib/domain/sampling/sample-view.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { addMonthsTo, firstDay, type Month } from '#lib/shared/month.ts';

/** Months that the page tells of. */
const MONTHS = 12;

/**
 * Of each of the last twelve months with reports that are decided: how many participants' months had their first decision by the rules,
 * and how many by a person or by time, beside the plan of the month's terms. It is the first of whichever version; history that
 * came in decided is not counted, nor what corrects it.
 */
export async function readAutomaticMonths(tx: Tx, now: Month): Promise<readonly AutomaticMonth[]> {
  const rows = await tx.$queryRaw<{ month: Month; decided: number; automatic: number }[]>`
    SELECT to_char(r.month, 'YYYY-MM') AS month, count(*)::int AS decided, count(*) FILTER (WHERE d.by = 'rules')::int AS automatic
    FROM report r CROSS JOIN LATERAL (SELECT d.by FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at, d.id LIMIT 1) d
    WHERE r.month >= ${firstDay(addMonthsTo(now, -MONTHS))}::date AND r.source <> 'import'
      AND (r.number = 1 OR NOT EXISTS (SELECT 1 FROM report e WHERE e.placement_id = r.placement_id AND e.month = r.month AND e.number < r.number
        AND (e.source = 'import' OR EXISTS (SELECT 1 FROM review_decision x WHERE x.report_id = e.id))))
    GROUP BY 1 ORDER BY 1 DESC`;
  const { termsOf } = await loadRules(tx);
  return rows.map((row) => ({ ...row, plannedPermille: termsOf(row.month).automaticPermille }));
}
