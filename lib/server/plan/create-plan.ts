import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { planProblems } from '#lib/domain/plan/plan-problems.ts';
import { planRemarks } from '#lib/domain/plan/plan-remarks.ts';
import { type CreatePlanInput, createPlanInput } from '#lib/schemas/plan.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { lockPlan, type LockedPlan } from '#lib/server/plan/lock-plan.ts';
import { insertPlan } from '#lib/server/plan/plan-rows.ts';
import { tellParticipant } from '#lib/server/plan/tell-participant.ts';
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
  decide({ placement }, { from, aim, field, goal, meetingOn, meetingForm, ...parts }, { today }) {
    const { activities, parties, keepRemarks } = parts;
    const meeting = { on: meetingOn, form: meetingForm };
    const plan: PlanVersion = { from, aim, field, goal, meeting, activities, parties, extended: false };
    const problems = planProblems(plan, placement, today);
    if (problems.length > 0) return err(validationProblem(problems));
    const remarks = keepRemarks ? [] : planRemarks(plan);
    return remarks.length > 0 ? err(validationProblem(remarks)) : ok(plan);
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
    const subject = { type: 'plan', id: planId } as const;
    await tellParticipant(tx, 'planMade', { placementId: placement.id, subject, now });
    return { planId, placementId: placement.id, number };
  },
  audit: ({ planId, number }, _, { placement }) => ({
    type: 'plan',
    id: planId,
    participantIds: [placement.participantId],
    detail: { number },
  }),
});
