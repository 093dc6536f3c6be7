import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a placement is at: waiting for its first day, for a joint plan, or going on by it. */
export type PlacementStep = 'start' | 'plan' | 'work';

/** The step of a placement on a day: it begins, a plan is made, the plan is followed to the end (service description, section 3). */
export function placementStep(
  placement: { readonly from: PlainDate; readonly hasPlan: boolean },
  today: PlainDate,
): PlacementStep {
  if (placement.from > today) return 'start';
  return placement.hasPlan ? 'work' : 'plan';
}
