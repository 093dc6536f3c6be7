import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, type ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { type GridField, minutesField, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';

/** One field of minutes; `index` is its row in the form, `log` what the log says. */
export type GridCell = {
  readonly index: number;
  readonly form: ActivityForm | null;
  /** Minutes in digits, or what cannot be read as it was typed. */
  readonly text: string;
  readonly log: number;
};

export type GridLine = {
  readonly activity: ActivityCode;
  readonly planned: boolean;
  readonly cells: readonly GridCell[];
};

type Filled = Pick<MonthPage, 'planned' | 'fromLog'> & { readonly typed: TypedMonth };

function loggedMinutes({ rows }: ReportContent, activity: ActivityCode, form: ActivityForm | null): number {
  return rows.reduce(
    (sum, row) => sum + (row.activity === activity && row.form === form ? row.minutes : 0),
    0,
  );
}

function isGiven({ typed, fromLog }: Filled, activity: ActivityCode, form: ActivityForm | null): boolean {
  return typed[minutesField(activity, form)] !== undefined || loggedMinutes(fromLog, activity, form) > 0;
}

/** Own work needs no form, and is asked for without one unless somebody has given it one. */
function formsOf(activity: ActivityCode, filled: Filled): readonly (ActivityForm | null)[] {
  if (activity !== 'ownWork') return ACTIVITY_FORMS;
  return [null, ...ACTIVITY_FORMS.filter((form) => isGiven(filled, activity, form))];
}

/** Minutes as this form shows them: in digits. */
export function inDigits(text: string): string {
  const read = readMinutesText(text);
  return read.kind === 'minutes' ? String(read.minutes) : text;
}

/** A line for each activity that is planned, filled in or logged, with a field for each form. */
export function gridLines(filled: Filled): readonly GridLine[] {
  const { planned, typed, fromLog } = filled;
  const forms = [null, ...ACTIVITY_FORMS];
  let index = 0;
  return ACTIVITY_CODES.filter(
    (activity) =>
      planned?.includes(activity) === true || forms.some((form) => isGiven(filled, activity, form)),
  ).map((activity) => ({
    activity,
    planned: planned?.includes(activity) === true,
    cells: formsOf(activity, filled).map((form) => {
      const text = inDigits(typed[minutesField(activity, form)] ?? '');
      const cell = { index, form, text, log: loggedMinutes(fromLog, activity, form) };
      index += 1;
      return cell;
    }),
  }));
}

/** Row of the field for an activity that no line has. */
export function extraIndex(lines: readonly GridLine[]): number {
  return lines.reduce((sum, { cells }) => sum + cells.length, 0);
}

/** Row of the form that a field of minutes stands in; null where it has none. */
export function indexOf(lines: readonly GridLine[], field: GridField): number | null {
  for (const { activity, cells } of lines) {
    const cell = cells.find(({ form }) => minutesField(activity, form) === field);
    if (cell !== undefined) return cell.index;
  }
  return null;
}
