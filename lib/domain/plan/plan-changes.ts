import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { OtherParty, PlannedActivity, PlanVersion } from '#lib/domain/activity/plan-version.ts';

/** How a part of a plan differs from the version before: it came, it went, or something about it is new. */
export type PartChange<Part> =
  | { readonly kind: 'added'; readonly after: Part }
  | { readonly kind: 'removed'; readonly before: Part }
  | { readonly kind: 'changed'; readonly before: Part; readonly after: Part };

/** What differs between two versions of a plan; a part that is the same in both is not among it. */
export type PlanChanges = {
  readonly goals: readonly ('aim' | 'field' | 'goal')[];
  readonly activities: ReadonlyMap<ActivityCode, PartChange<PlannedActivity>>;
  /** By the party's name. */
  readonly parties: ReadonlyMap<string, PartChange<OtherParty>>;
};

const GOALS = ['aim', 'field', 'goal'] as const;

/** What a version changes against the one before: an activity is the same by its category, another party by its name. */
export function planChanges(before: PlanVersion, after: PlanVersion): PlanChanges {
  return {
    goals: GOALS.filter((part) => before[part] !== after[part]),
    activities: partChanges(
      ({ activity }) => activity,
      before.activities,
      after.activities,
      (a, b) => a.purpose === b.purpose && a.goal === b.goal && a.minutesPerWeek === b.minutesPerWeek,
    ),
    parties: partChanges(
      ({ name }) => name,
      before.parties,
      after.parties,
      (a, b) => a.role === b.role && a.task === b.task,
    ),
  };
}

/** How many parts differ. */
export function countChanges({ goals, activities, parties }: PlanChanges): number {
  return goals.length + activities.size + parties.size;
}

function partChanges<Key, Part>(
  keyOf: (part: Part) => Key,
  before: readonly Part[],
  after: readonly Part[],
  isSame: (a: Part, b: Part) => boolean,
): ReadonlyMap<Key, PartChange<Part>> {
  const changes = new Map<Key, PartChange<Part>>();
  const were = new Map(before.map((part) => [keyOf(part), part]));
  const are = new Set(after.map((part) => keyOf(part)));
  for (const part of after) {
    const was = were.get(keyOf(part));
    if (was === undefined) changes.set(keyOf(part), { kind: 'added', after: part });
    else if (!isSame(was, part)) changes.set(keyOf(part), { kind: 'changed', before: was, after: part });
  }
  for (const part of before) {
    if (!are.has(keyOf(part))) changes.set(keyOf(part), { kind: 'removed', before: part });
  }
  return changes;
}
