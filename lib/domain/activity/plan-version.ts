import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { PlanAim } from '#lib/domain/plan/plan-aim.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** An activity of a joint plan, with what it is for and what it should lead to. */
export type PlannedActivity = {
  readonly activity: ActivityCode;
  readonly purpose: string;
  readonly goal: string;
  /** How much of it a week is meant, in minutes; null where nothing is said. */
  readonly minutesPerWeek: number | null;
};

/** An activity as it is added where it is missed. */
export type AddedActivity = Omit<PlannedActivity, 'minutesPerWeek'> & Partial<PlannedActivity>;

/** Somebody beside the provider who takes part: an organisation, what it is in this, and what it does. */
export type OtherParty = { readonly name: string; readonly role: string; readonly task: string };

/** The meeting at which a plan was made. */
export type PlanMeeting = { readonly on: PlainDate; readonly form: ActivityForm };

/** One version of a joint plan, in force from a day until the next version's. */
export type PlanVersion = {
  readonly from: PlainDate;
  /** Null in plans from before it was asked for, as are the field (empty) and the meeting. */
  readonly aim: PlanAim | null;
  /** The occupational field, in words. */
  readonly field: string;
  /** The goal of the placement in the participant's and the coach's own words. */
  readonly goal: string;
  readonly meeting: PlanMeeting | null;
  readonly activities: readonly PlannedActivity[];
  readonly parties: readonly OtherParty[];
  /** The version before with activities added, not planned anew. */
  readonly extended: boolean;
};

/** The same plan with more activities, in force from `from`; those it has already are left as they are. */
export function extendPlan(plan: PlanVersion, added: readonly AddedActivity[], from: PlainDate): PlanVersion {
  const known = new Set(plan.activities.map(({ activity }) => activity));
  const fresh = added
    .filter(({ activity }) => !known.has(activity))
    .map(({ activity, purpose, goal, minutesPerWeek = null }) => ({
      activity,
      purpose,
      goal,
      minutesPerWeek,
    }));
  const { aim, field, goal, parties } = plan;
  const activities = inOrder([...plan.activities, ...fresh]);
  return { from, aim, field, goal, meeting: null, activities, parties, extended: true };
}

/** The activities in the order in which people see them. */
export function inOrder(activities: readonly PlannedActivity[]): readonly PlannedActivity[] {
  return activities.toSorted(
    (a, b) => ACTIVITY_CODES.indexOf(a.activity) - ACTIVITY_CODES.indexOf(b.activity),
  );
}

/** The version that is in force on a day, or null before the first. `versions` in any order. */
export function versionInForce<Version extends { readonly from: PlainDate; readonly number: number }>(
  versions: readonly Version[],
  day: PlainDate,
): Version | null {
  const begun = versions.filter(({ from }) => from <= day);
  return begun.reduce<Version | null>(
    (last, version) => (last === null || version.number > last.number ? version : last),
    null,
  );
}
