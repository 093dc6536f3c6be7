import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import type { DocumentPlacement } from '#lib/domain/document/document.ts';
import type { FinalReportFacts } from '#lib/domain/final-report/final-report.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

type Row = Omit<FinalReportFacts, 'workdays' | 'switched'>;

/** What was done in a placement and what was planned, with the copies that its report holds, in one query. */
export async function finalReportFacts(
  tx: Tx,
  { placementId, endReason }: DocumentPlacement,
  { today }: CommandContext,
): Promise<FinalReportFacts> {
  const { finalReportWorkdays } = await termsInForce(tx, today);
  const [row] = await queryJson<Row>(
    tx,
    Prisma.sql`
    SELECT coalesce((SELECT json_agg(a) FROM (${DONE(placementId)}) a), '[]') AS activities,
      (SELECT json_build_object('field', n.field, 'goal', n.goal) FROM plan n WHERE n.placement_id = ${placementId}::uuid
        ORDER BY n.number DESC LIMIT 1) AS plan,
      coalesce((SELECT json_agg(v) FROM (${VERDICTS(placementId)}) v), '[]') AS verdicts,
      coalesce((SELECT json_agg(c) FROM app.document_copies(${placementId}::uuid, 'finalReport', ${today}::date) c), '[]') AS copies`,
  );
  if (row === undefined) throw new Error('A query without tables gave no row');
  return {
    ...row,
    activities: row.activities.toSorted(
      (a, b) => ACTIVITY_CODES.indexOf(a.activity) - ACTIVITY_CODES.indexOf(b.activity),
    ),
    workdays: finalReportWorkdays,
    switched: endReason === 'switch',
  };
}

/** What caseworkers say of the report as it stands. */
const VERDICTS = (placementId: string) => Prisma.sql`
  SELECT v.id, v.verdict, v.missing, (v.at AT TIME ZONE 'Europe/Stockholm')::date AS "on", v.by_person_id = app.person_id() AS own
  FROM final_report_verdict v JOIN document d ON d.id = v.document_id
  WHERE d.placement_id = ${placementId}::uuid AND d.kind = 'finalReport' AND d.status = 'approved' ORDER BY v.at DESC, v.id DESC`;

/** Each activity that took place: by the log where it holds it, else by the months' reports that count. */
const DONE = (placementId: string) => Prisma.sql`
  WITH logged AS (
    SELECT e.activity, sum(e.minutes)::int AS minutes, min(e.date) AS first, max(e.date) AS last, count(DISTINCT e.date)::int AS days,
      array_remove(array_agg(DISTINCT e.form), NULL) AS forms
    FROM activity_entry e WHERE e.placement_id = ${placementId}::uuid AND e.removed_at IS NULL GROUP BY e.activity),
  reported AS (
    SELECT w.activity, sum(app.counted_minutes(w))::int AS minutes, min(r.month)::date AS first, max(r.month)::date AS last, NULL::int AS days,
      array_remove(array_agg(DISTINCT w.form), NULL) AS forms
    FROM report r JOIN report_row w ON w.report_id = r.id
    WHERE r.placement_id = ${placementId}::uuid AND r.status NOT IN ('superseded', 'withdrawn', 'rejected')
      AND NOT EXISTS (SELECT 1 FROM logged l WHERE l.activity = w.activity) GROUP BY w.activity)
  SELECT d.*, x.purpose, x.goal FROM (SELECT * FROM logged UNION ALL SELECT * FROM reported) d
    LEFT JOIN LATERAL (SELECT x.purpose, x.goal FROM plan n JOIN plan_activity x ON x.plan_id = n.id AND x.activity = d.activity
      WHERE n.placement_id = ${placementId}::uuid ORDER BY n.number DESC LIMIT 1) x ON true
  WHERE d.minutes > 0`;
