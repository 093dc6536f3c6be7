import { activityName, type ActivityCode } from '#lib/domain/activity/activity.ts';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { EYE_COLUMNS } from '#lib/domain/upload/find-columns.ts';
import type { Month } from '#lib/shared/month.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** Names of the sheets of a template, by language. Only the first is read when it comes back. */
export const SHEET_NAMES = {
  reports: { sv: 'Rapporter', en: 'Reports' },
  help: { sv: 'Så fyller du i', en: 'How to fill in' },
} as const;

/** Sheets of our own that need no word when they come back unread. */
export const TEMPLATE_SHEETS: ReadonlySet<string> = new Set(
  Object.values(SHEET_NAMES).flatMap(({ sv, en }) => [sv, en]),
);

/** A participant in a template. `name` is null where it may not leave the portal. */
export type TemplateMonth = {
  readonly reference: string;
  readonly name: string | null;
  readonly planned: readonly ActivityCode[];
  readonly content: ReportContent;
};

export type TemplateCell = string | number;

/** The columns of reports.csv, and two for the eye that are not read when the file comes back. */
export function templateHeader(locale: ProblemLocale): readonly string[] {
  return [...REPORT_COLUMNS, EYE_COLUMNS.participant[locale], EYE_COLUMNS.planned[locale]];
}

/**
 * The rows of a month's template: what is filled in or logged already, one row for each activity and form, and for whoever
 * has nothing yet one row that waits. That row is left out when it comes back as it was.
 */
export function templateRows(
  month: Month,
  months: readonly TemplateMonth[],
  locale: ProblemLocale,
): readonly (readonly TemplateCell[])[] {
  return months.flatMap(({ reference, name, planned, content }) => {
    const { rows, languageSupport, jobSuggestions, noActivityReason } = content;
    const eye = [name ?? '', planned.map((code) => activityName(code, locale)).join(', ')];
    const whole = [languageSupport ?? '', jobSuggestions];
    if (noActivityReason !== null)
      return [[reference, month, 'none', '', 0, ...whole, noActivityReason, ...eye]];
    if (rows.length === 0) return [[reference, month, '', '', '', ...whole, '', ...eye]];
    return rows.map((row) => [
      reference,
      month,
      row.activity,
      row.form ?? '',
      row.minutes,
      ...whole,
      '',
      ...eye,
    ]);
  });
}
