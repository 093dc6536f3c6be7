import { ACTIVITY_CODES, type ActivityCode, isSupport } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, type ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { AbsenceReason } from '#lib/domain/compensation/types.ts';

/** Minutes of one activity in one form. Only own work may lack a form. */
export type ReportRow = {
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
};

/**
 * What a periodic report says about a participant's month: minutes by activity and form, or that the participant took
 * part in nothing and why. Source: service description section 5.
 */
export type ReportContent = {
  readonly rows: readonly ReportRow[];
  /** BCP 47 tag of the language that support was given in when not Swedish. */
  readonly languageSupport: string | null;
  /** Individual job suggestions, 0–999. */
  readonly jobSuggestions: number;
  readonly noActivityReason: AbsenceReason | null;
};

export const EMPTY_CONTENT: ReportContent = {
  rows: [],
  languageSupport: null,
  jobSuggestions: 0,
  noActivityReason: null,
};

/** Where a row stands among the others: by activity, then by form, as people see them. */
export function rowOrder(row: Pick<ReportRow, 'activity' | 'form'>): number {
  const form = row.form === null ? -1 : ACTIVITY_FORMS.indexOf(row.form);
  return ACTIVITY_CODES.indexOf(row.activity) * 10 + form;
}

/** The same content with its rows in the one order, so that equal contents are equal texts. */
export function inOrder(content: ReportContent): ReportContent {
  const { rows, languageSupport, jobSuggestions, noActivityReason } = content;
  return {
    rows: rows
      .map(({ activity, form, minutes }) => ({ activity, form, minutes }))
      .toSorted((a, b) => rowOrder(a) - rowOrder(b)),
    languageSupport,
    jobSuggestions,
    noActivityReason,
  };
}

export type ReportMinutes = {
  readonly all: number;
  /** All but the participant's own work. */
  readonly support: number;
  /** Support given on site. */
  readonly onSite: number;
};

/** Minutes of the report in all, of support, and of support on site. */
export function minutesOf(rows: readonly ReportRow[]): ReportMinutes {
  let all = 0;
  let support = 0;
  let onSite = 0;
  for (const row of rows) {
    all += row.minutes;
    if (!isSupport(row.activity)) continue;
    support += row.minutes;
    if (row.form === 'onSite') onSite += row.minutes;
  }
  return { all, support, onSite };
}

/** Share of the support that was given on site, in per mille rounded down; null where there was none. */
export function onSitePermille({ support, onSite }: ReportMinutes): number | null {
  return support === 0 ? null : Math.floor((onSite * 1000) / support);
}
