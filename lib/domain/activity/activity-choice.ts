import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';

/** Somebody whom an activity is logged for, with the activities of their latest plan; null where there is none. */
export type PlannedParticipant = {
  readonly participantName: string;
  readonly planned: readonly ActivityCode[] | null;
};

export type ActivityChoice = {
  /** In somebody's plan, in the order in which people see them; each with whether it is in everybody's. */
  readonly planned: readonly { readonly activity: ActivityCode; readonly forAll: boolean }[];
  readonly others: readonly ActivityCode[];
};

/** Whether it can be reported without changing the plan first. Who has no plan yet gets one from what is reported. */
function isPlannedFor({ planned }: PlannedParticipant, activity: ActivityCode): boolean {
  return planned === null || planned.includes(activity);
}

/** The activities as they are offered to those who log: what is planned for anybody of them first (service description section 5). */
export function activityChoice(chosen: readonly PlannedParticipant[]): ActivityChoice {
  const inSomePlan = new Set(chosen.flatMap(({ planned }) => planned ?? []));
  const planned = ACTIVITY_CODES.filter((activity) => inSomePlan.has(activity));
  return {
    planned: planned.map((activity) => ({
      activity,
      forAll: chosen.every((participant) => isPlannedFor(participant, activity)),
    })),
    others: ACTIVITY_CODES.filter((activity) => !inSomePlan.has(activity)),
  };
}

/** The names of those in whose plan an activity is not: the log takes it all the same, the report asks for the plan. */
export function notPlannedFor(
  activity: ActivityCode,
  chosen: readonly PlannedParticipant[],
): readonly string[] {
  return chosen
    .filter((participant) => !isPlannedFor(participant, activity))
    .map(({ participantName }) => participantName);
}
