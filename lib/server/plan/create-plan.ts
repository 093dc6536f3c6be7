import { planProblems, type PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { type CreatePlanInput, createPlanInput } from '#lib/schemas/plan.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { lockPlan, type LockedPlan } from '#lib/server/plan/lock-plan.ts';
import { insertPlan } from '#lib/server/plan/plan-rows.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Makes the joint plan, or its next version: the former stays to be read. */
export const createPlan = defineCommand({
  name: 'plan.create',
  mandates: ['coach'],
  input: createPlanInput,
  lock: (tx, { placementId }: CreatePlanInput, { actor }): Promise<LockedPlan | null> =>
    lockPlan(tx, placementId, actor),
  version: ({ latest }, { number }) => ({ seen: number, current: latest?.number ?? 0 }),
  guard: () => null,
  stepUp: () => null,
  decide({ placement }, { from, goal, activities }) {
    const plan: PlanVersion = { from, goal, activities };
    const problems = planProblems(plan, placement);
    return problems.length > 0 ? err(validationProblem(problems)) : ok(plan);
  },
  async write(tx, plan: PlanVersion, { placement, latest }, { actor, now }) {
    const number = (latest?.number ?? 0) + 1;
    const createdByPersonId = monthActor(actor).personId;
    const planId = await insertPlan(tx, {
      ...plan,
      placementId: placement.id,
      number,
      createdByPersonId,
      createdAt: now,
    });
    return { planId, placementId: placement.id, number };
  },
  audit: ({ planId, number }, _, { placement }) => ({
    type: 'plan',
    id: planId,
    participantIds: [placement.participantId],
    detail: { number },
  }),
});
