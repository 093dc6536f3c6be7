import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import { isActivityForm } from '#lib/domain/activity/activity-form.ts';
import { type ReportContent, type ReportRow, rowOrder } from '#lib/domain/report/report-content.ts';

/**
 * The hours of a report in one text, by which reports are compared: `activity:form:minutes` of each row in the one order,
 * own work included, job suggestions not. Equal hours are equal texts; no activity is the empty text.
 */
export function activityVector({ rows }: Pick<ReportContent, 'rows'>): string {
  return rows
    .toSorted((a, b) => rowOrder(a) - rowOrder(b))
    .map(({ activity, form, minutes }) => `${activity}:${form ?? ''}:${minutes}`)
    .join('|');
}

/** The rows of an {@link activityVector}. What is not one is a fault of the program, and thrown. */
export function rowsOfVector(vector: string): readonly ReportRow[] {
  return vector === '' ? [] : vector.split('|').map(rowOf);
}

function rowOf(part: string): ReportRow {
  const [activity, form, minutes] = part.split(':');
  const known = ACTIVITY_CODES.find((code): code is ActivityCode => code === activity);
  if (known === undefined || form === undefined || !(Number(minutes) > 0))
    throw new Error(`Not hours of a report: ${part}`);
  return { activity: known, form: isActivityForm(form) ? form : null, minutes: Number(minutes) };
}
