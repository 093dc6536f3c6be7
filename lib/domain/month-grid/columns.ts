import { MINUTES_FIELDS, type MinutesField, minutesField } from '#lib/domain/month-grid/grid-field.ts';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';

/** What a row says about which columns there are. */
export type ColumnUse = {
  readonly planned: readonly ActivityCode[] | null;
  /** The draft or report, and the log. */
  readonly contents: readonly ReportContent[];
  readonly unread: readonly { readonly field: string }[];
};

/**
 * The columns of minutes in use, in the order in which people see them: planned activities on site, everything with
 * minutes in a draft, report or log, and cells that cannot be read. Own work needs no form,
 * and has a column for one only where somebody has given it.
 */
export function columnsInUse(rows: readonly ColumnUse[]): readonly MinutesField[] {
  const used = new Set<string>();
  for (const { planned, contents, unread } of rows) {
    for (const activity of planned ?? [])
      used.add(minutesField(activity, activity === 'ownWork' ? null : 'onSite'));
    for (const { rows: reported } of contents)
      for (const { activity, form } of reported) used.add(minutesField(activity, form));
    for (const { field } of unread) used.add(field);
  }
  return MINUTES_FIELDS.filter((field) => used.has(field));
}
