import type { DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { STANDING_DEVIATIONS } from '#lib/server/deviation-report/absences.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What the rules of a deviation report about a placement rest on: its log by day, its other reports, its plan. */
export async function deviationFacts(tx: Tx, placementId: string, today: PlainDate): Promise<DeviationFacts> {
  const [facts] = await queryJson<DeviationFacts>(
    tx,
    Prisma.sql`SELECT
      (SELECT coalesce(json_agg(l ORDER BY l.date), '[]') FROM (
        SELECT e.date, coalesce(sum(e.minutes) FILTER (WHERE e.activity <> 'ownWork'), 0)::int AS support,
          coalesce(sum(e.minutes) FILTER (WHERE e.activity = 'ownWork'), 0)::int AS "ownWork"
        FROM activity_entry e WHERE e.placement_id = ${placementId}::uuid AND e.removed_at IS NULL GROUP BY e.date) l) AS logged,
      (SELECT coalesce(json_agg(json_build_object('documentId', d.id, 'threadId', d.thread_id, 'cause', d.content ->> 'cause',
          'from', d.content ->> 'from', 'to', d.content ->> 'to') ORDER BY d.content ->> 'from', d.id), '[]')
        FROM document d WHERE d.placement_id = ${placementId}::uuid AND ${STANDING_DEVIATIONS}) AS known,
      (SELECT sum(a.minutes_per_week)::int FROM plan_activity a WHERE a.plan_id = (
        SELECT n.id FROM plan n WHERE n.placement_id = ${placementId}::uuid AND n."from" <= ${today}::date
        ORDER BY n.number DESC LIMIT 1)) AS "plannedPerWeek"`,
  );
  if (facts === undefined) throw new Error('A query of values alone gives one row');
  return facts;
}
