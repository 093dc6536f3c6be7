import { ACTIVITY_CODES, type ActivityCode, MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { PassedReport } from '#lib/server/report/insert-reports.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type LatestPlan = {
  readonly placementId: string;
  readonly from: PlainDate;
  readonly number: number | null;
  readonly derived: boolean | null;
  readonly activities: readonly ActivityCode[] | null;
};

const GOAL = 'Planen är gjord av det som har redovisats.';

/**
 * Gives placements without a plan one that holds what is reported, marked as derived; a derived one is followed by a
 * wider version when more is reported. A plan that somebody has made is left alone. Takes effect from the placement's first day.
 */
export async function derivePlans(tx: Tx, reports: readonly PassedReport[]): Promise<void> {
  const reported = new Map<string, Set<ActivityCode>>();
  for (const { placementMonth, content } of reports) {
    const activities = reported.get(placementMonth.placementId) ?? new Set(MANDATORY_ACTIVITIES);
    for (const { activity } of content.rows) activities.add(activity);
    reported.set(placementMonth.placementId, activities);
  }
  const latest = await tx.$queryRaw<LatestPlan[]>`
    SELECT l.id::text AS "placementId", l."from"::text, n.number, n.derived,
      (SELECT array_agg(a.activity::text) FROM plan_activity a WHERE a.plan_id = n.id) AS activities
    FROM placement l LEFT JOIN LATERAL (SELECT * FROM plan WHERE plan.placement_id = l.id ORDER BY number DESC LIMIT 1) n ON true
    WHERE l.id = ANY (${[...reported.keys()]}::uuid[])`;
  const plans = latest.flatMap(({ placementId, from, number, derived, activities }) => {
    const wanted = new Set([...(activities ?? []), ...(reported.get(placementId) ?? [])]);
    if (derived === false || wanted.size === (activities?.length ?? 0)) return [];
    const inOrder = ACTIVITY_CODES.filter((code) => wanted.has(code));
    return [{ id: newId(), placement_id: placementId, number: (number ?? 0) + 1, from, activities: inOrder }];
  });
  const json = JSON.stringify(plans);
  await tx.$executeRaw`INSERT INTO plan (id, placement_id, number, "from", goal, derived)
    SELECT id, placement_id, number, "from", ${GOAL}, true FROM jsonb_to_recordset(${json}::jsonb)
      AS x (id uuid, placement_id uuid, number int, "from" date)`;
  await tx.$executeRaw`INSERT INTO plan_activity (plan_id, activity)
    SELECT x.id, jsonb_array_elements_text(x.activities)::activity_category FROM jsonb_to_recordset(${json}::jsonb)
      AS x (id uuid, activities jsonb)`;
}
