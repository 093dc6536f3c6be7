import {
  ACTIVITY_CODES,
  type ActivityCode,
  activityName,
  MANDATORY_ACTIVITIES,
} from '#lib/domain/activity/activity.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** An activity of a joint plan, with what it is for and what it should lead to. */
export type PlannedActivity = {
  readonly activity: ActivityCode;
  readonly purpose: string;
  readonly goal: string;
};

/** One version of a joint plan, in force from a day until the next version's. */
export type PlanVersion = {
  readonly from: PlainDate;
  readonly goal: string;
  readonly activities: readonly PlannedActivity[];
};

/** The same plan with more activities, in force from `from`; those it has already are left as they are. */
export function extendPlan(
  plan: PlanVersion,
  added: readonly PlannedActivity[],
  from: PlainDate,
): PlanVersion {
  const known = new Set(plan.activities.map(({ activity }) => activity));
  const activities = [...plan.activities, ...added.filter(({ activity }) => !known.has(activity))];
  return { from, goal: plan.goal, activities: inOrder(activities) };
}

function inOrder(activities: readonly PlannedActivity[]): readonly PlannedActivity[] {
  return activities.toSorted(
    (a, b) => ACTIVITY_CODES.indexOf(a.activity) - ACTIVITY_CODES.indexOf(b.activity),
  );
}

/**
 * What is wrong with a plan (service description sections 4 and 5): it has the mandatory activities and at least one
 * more, none twice, and starts on one of the placement's days (`from` inclusive, `to` exclusive).
 */
export function planProblems(
  plan: PlanVersion,
  placement: { readonly from: PlainDate; readonly to: PlainDate },
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const codes = plan.activities.map(({ activity }) => activity);
  for (const activity of MANDATORY_ACTIVITIES) {
    if (codes.includes(activity)) continue;
    problems.push({
      pointer: '/activities',
      code: 'mandatoryNotPlanned',
      message: `${activityName(activity)} hör till varje planering.`,
      fix: 'Lägg till aktiviteten.',
    });
  }
  if (new Set(codes).size <= MANDATORY_ACTIVITIES.length && problems.length === 0) {
    problems.push({
      pointer: '/activities',
      code: 'tooFewPlanned',
      message: 'Planeringen behöver minst en aktivitet till.',
      fix: 'Välj vad deltagaren ska göra utöver möten och eget arbete.',
    });
  }
  codes.forEach((activity, index) => {
    if (codes.indexOf(activity) === index) return;
    problems.push({
      pointer: pointerOf(['activities', index, 'activity']),
      code: 'plannedTwice',
      message: `${activityName(activity)} finns redan i planeringen.`,
      fix: 'Ta bort den ena.',
    });
  });
  if (plan.from < placement.from || plan.from >= placement.to) {
    problems.push({
      pointer: '/from',
      code: 'planOutsidePlacement',
      message: `Planeringen börjar en dag då deltagaren inte är hos er.`,
      fix: `Välj en dag ${formatDate(placement.from)}–${formatDate(addDays(placement.to, -1))}.`,
    });
  }
  return problems;
}
