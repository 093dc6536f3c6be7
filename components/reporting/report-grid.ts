import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, type ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';

/** One field of minutes; `index` is its row in the form, `log` what the log says. */
export type GridCell = {
  readonly index: number;
  readonly form: ActivityForm | null;
  readonly minutes: number | null;
  readonly log: number;
};

export type GridLine = {
  readonly activity: ActivityCode;
  readonly planned: boolean;
  readonly cells: readonly GridCell[];
};

function minutesOf({ rows }: ReportContent, activity: ActivityCode, form: ActivityForm | null): number {
  return rows.reduce(
    (sum, row) => sum + (row.activity === activity && row.form === form ? row.minutes : 0),
    0,
  );
}

/** Own work needs no form, and is asked for without one unless somebody has given it one. */
function formsOf(activity: ActivityCode, page: MonthPage): readonly (ActivityForm | null)[] {
  if (activity !== 'ownWork') return ACTIVITY_FORMS;
  const given = ACTIVITY_FORMS.filter(
    (form) => minutesOf(page.row.content, activity, form) + minutesOf(page.fromLog, activity, form) > 0,
  );
  return [null, ...given];
}

/** A line for each activity that is planned, filled in or logged, with a field for each form. */
export function gridLines(page: MonthPage): readonly GridLine[] {
  const { planned, row, fromLog } = page;
  const given = new Set([...row.content.rows, ...fromLog.rows].map(({ activity }) => activity));
  let index = 0;
  return ACTIVITY_CODES.filter((activity) => planned?.includes(activity) === true || given.has(activity)).map(
    (activity) => ({
      activity,
      planned: planned?.includes(activity) === true,
      cells: formsOf(activity, page).map((form) => {
        const minutes = minutesOf(row.content, activity, form);
        const cell = {
          index,
          form,
          minutes: minutes === 0 ? null : minutes,
          log: minutesOf(fromLog, activity, form),
        };
        index += 1;
        return cell;
      }),
    }),
  );
}

/** Row of the field for an activity that no line has. */
export function extraIndex(lines: readonly GridLine[]): number {
  return lines.reduce((sum, { cells }) => sum + cells.length, 0);
}
