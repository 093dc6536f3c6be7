import type { OwnActivity, OwnMonth } from '#lib/domain/activity-answer/activity-answer.ts';

/** Which activity a dispute is about, as it stands in an address. */
export function aboutOf({ placementId, month }: OwnMonth, { key }: OwnActivity): string {
  return `${placementId} ${month} ${key}`;
}

/** The list of activities; `dispute`: with the form of a dispute open. */
export function activitiesPath({
  page,
  dispute,
}: {
  readonly page: number;
  readonly dispute?: string;
}): string {
  const search = new URLSearchParams();
  if (page > 1) search.set('page', String(page));
  if (dispute !== undefined) search.set('dispute', dispute);
  return search.size === 0 ? '/participant/activities' : `/participant/activities?${search.toString()}`;
}
