import type { OwnActivity, OwnMonth } from '#lib/domain/activity-answer/activity-answer.ts';

/** The page with the form of a dispute open: `about` names the activity within its month. */
export function disputeHref(own: OwnMonth, activity: OwnActivity): string {
  return `/participant/reports?dispute=${encodeURIComponent(aboutOf(own, activity))}#dispute`;
}

/** Which activity a dispute is about. */
export function aboutOf({ placementId, month }: OwnMonth, { key }: OwnActivity): string {
  return `${placementId} ${month} ${key}`;
}
