import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

export type { StoredPlan };

/** What a plan `n` says, its activities in their order and its other parties with it. */
export const PLAN_COLUMNS = Prisma.sql`n.id::text, n.number, n."from"::text, n.aim, n.field, n.goal, n.extended, n.derived,
  CASE WHEN n.meeting_on IS NOT NULL THEN json_build_object('on', n.meeting_on, 'form', n.meeting_form) END AS meeting,
  to_char(n.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
  coalesce((SELECT json_agg(json_build_object('activity', x.activity, 'purpose', x.purpose, 'goal', x.goal,
      'minutesPerWeek', x.minutes_per_week) ORDER BY x.activity)
    FROM plan_activity x WHERE x.plan_id = n.id), '[]') AS activities,
  coalesce((SELECT json_agg(json_build_object('name', x.name, 'role', x.role, 'task', x.task) ORDER BY x.number)
    FROM plan_party x WHERE x.plan_id = n.id), '[]') AS parties`;

/** Every version of a placement's plan, the latest first. */
export async function listPlans(tx: Tx, placementId: string): Promise<readonly StoredPlan[]> {
  return await tx.$queryRaw<StoredPlan[]>`
    SELECT ${PLAN_COLUMNS}, p.given_name || ' ' || p.family_name AS "createdByName"
    FROM plan n LEFT JOIN person p ON p.id = n.created_by_person_id
    WHERE n.placement_id = ${placementId}::uuid ORDER BY n.number DESC`;
}

type NewPlan = PlanVersion & {
  readonly placementId: string;
  readonly number: number;
  readonly createdByPersonId: string;
  readonly createdAt: Date;
};

/** Stores a version of a plan with its activities and other parties; returns its id. */
export async function insertPlan(tx: Tx, plan: NewPlan): Promise<string> {
  const id = newId();
  const { meeting, activities } = plan;
  const parties = plan.parties.map((party, index) => ({ ...party, number: index + 1 }));
  await tx.$executeRaw`INSERT INTO plan (id, placement_id, number, "from", aim, field, goal, meeting_on, meeting_form, extended,
      created_by_person_id, created_at)
    VALUES (${id}::uuid, ${plan.placementId}::uuid, ${plan.number}, ${plan.from}::date, ${plan.aim}, ${plan.field}, ${plan.goal},
      ${meeting?.on ?? null}::date, ${meeting?.form ?? null}::activity_form, ${plan.extended},
      ${plan.createdByPersonId}::uuid, ${plan.createdAt.toISOString()}::timestamptz)`;
  await tx.$executeRaw`INSERT INTO plan_activity (plan_id, activity, purpose, goal, minutes_per_week)
    SELECT ${id}::uuid, activity, purpose, goal, "minutesPerWeek" FROM jsonb_to_recordset(${JSON.stringify(activities)}::jsonb)
      AS x (activity activity_category, purpose text, goal text, "minutesPerWeek" int)`;
  await tx.$executeRaw`INSERT INTO plan_party (plan_id, number, name, role, task)
    SELECT ${id}::uuid, number, name, role, task FROM jsonb_to_recordset(${JSON.stringify(parties)}::jsonb)
      AS x (number int, name text, role text, task text)`;
  return id;
}
