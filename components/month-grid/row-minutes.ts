import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import { MINUTES_FIELDS, partsOf, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';

/** Minutes of an activity in all its forms, as they are typed. */
export function minutesOfActivity(typed: TypedMonth, activity: ActivityCode): number {
  return MINUTES_FIELDS.reduce((sum, field) => {
    if (partsOf(field).activity !== activity) return sum;
    const read = readMinutesText(typed[field] ?? '');
    return sum + (read.kind === 'minutes' ? read.minutes : 0);
  }, 0);
}

/** Activities that the month has time for and the plan has not; without a plan it is the plan that is missing. */
export function outsidePlan(
  typed: TypedMonth,
  planned: readonly ActivityCode[] | null,
): readonly ActivityCode[] {
  if (planned === null) return [];
  return ACTIVITY_CODES.filter((code) => !planned.includes(code) && minutesOfActivity(typed, code) > 0);
}
