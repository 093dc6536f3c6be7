import type { PlannedActivity, PlanVersion } from '#lib/domain/activity/plan-version.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

export type { StoredPlan };

/** Every version of a placement's plan, the latest first. */
export async function listPlans(tx: Tx, placementId: string): Promise<readonly StoredPlan[]> {
  return await tx.$queryRaw<StoredPlan[]>`
    SELECT n.id::text, n.number, n."from"::text, n.goal, n.derived,
      to_char(n.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
      p.given_name || ' ' || p.family_name AS "createdByName", coalesce((
        SELECT json_agg(json_build_object('activity', x.activity, 'purpose', x.purpose, 'goal', x.goal) ORDER BY x.activity)
        FROM plan_activity x WHERE x.plan_id = n.id), '[]') AS activities
    FROM plan n LEFT JOIN person p ON p.id = n.created_by_person_id
    WHERE n.placement_id = ${placementId}::uuid ORDER BY n.number DESC`;
}

type NewPlan = PlanVersion & {
  readonly placementId: string;
  readonly number: number;
  readonly createdByPersonId: string;
  readonly createdAt: Date;
};

/** Stores a version of a plan with its activities; returns its id. */
export async function insertPlan(tx: Tx, plan: NewPlan): Promise<string> {
  const id = newId();
  const activities: readonly PlannedActivity[] = plan.activities;
  await tx.$executeRaw`INSERT INTO plan (id, placement_id, number, "from", goal, created_by_person_id, created_at)
    VALUES (${id}::uuid, ${plan.placementId}::uuid, ${plan.number}, ${plan.from}::date, ${plan.goal},
      ${plan.createdByPersonId}::uuid, ${plan.createdAt.toISOString()}::timestamptz)`;
  await tx.$executeRaw`INSERT INTO plan_activity (plan_id, activity, purpose, goal)
    SELECT ${id}::uuid, activity, purpose, goal FROM jsonb_to_recordset(${JSON.stringify(activities)}::jsonb)
      AS x (activity activity_category, purpose text, goal text)`;
  return id;
}
