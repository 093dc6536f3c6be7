import { extendPlan, type PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { startProblems } from '#lib/domain/plan/plan-problems.ts';
import { activityRemarks } from '#lib/domain/plan/plan-remarks.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { type AddPlanActivityInput, addPlanActivityInput } from '#lib/schemas/plan.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { lockPlan, type LockedPlan } from '#lib/server/plan/lock-plan.ts';
import { insertPlan } from '#lib/server/plan/plan-rows.ts';
import { tellParticipant } from '#lib/server/plan/tell-participant.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Adds one activity to the joint plan where it is missed, as the plan's next version. */
export const addPlanActivity = defineCommand({
  name: 'plan.addActivity',
  mandates: ['coach'],
  input: addPlanActivityInput,
  async lock(tx, { placementId }: AddPlanActivityInput, { actor }) {
    const locked = await lockPlan(tx, placementId, actor);
    return locked === null || locked.latest === null ? null : { ...locked, latest: locked.latest };
  },
  version: ({ latest }, { number }) => ({ seen: number, current: latest.number }),
  guard: () => null,
  stepUp: () => null,
  decide({ placement, latest }, { activity, purpose, goal, minutesPerWeek, from, keepRemarks }) {
    const added = { activity, purpose, goal, minutesPerWeek };
    if (latest.activities.some((planned) => planned.activity === activity)) {
      const message = `${activityName(activity)} finns redan i planeringen.`;
      const fix = 'Välj en annan aktivitet.';
      return err(validationProblem([{ pointer: '/activity', code: 'plannedTwice', message, fix }]));
    }
    const plan = extendPlan(latest, [added], from);
    const problems = startProblems(plan, placement);
    if (problems.length > 0) return err(validationProblem(problems));
    const remarks = keepRemarks ? [] : activityRemarks(added);
    return remarks.length > 0 ? err(validationProblem(remarks)) : ok(plan);
  },
  async write(tx, plan: PlanVersion, { placement, latest }, { actor, now }) {
    const number = latest.number + 1;
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
  audit: ({ planId, number }, _, { placement }: LockedPlan, { activity }) => ({
    type: 'plan',
    id: planId,
    participantIds: [placement.participantId],
    detail: { number, activity },
  }),
});
