import { type ActivityCode, isSupport } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { inOrder, type ReportContent, type ReportRow } from '#lib/domain/report/report-content.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** An entry of the log, not removed. */
export type LogEntry = {
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  /** When not Swedish. */
  readonly language: string | null;
};

/** Entries, or sums of them: the day does not matter for the month. */
export type LogSum = Omit<LogEntry, 'date'>;

/** The language that most minutes were given in among those that are not Swedish; of two alike the first by its code. */
function mainLanguage(entries: readonly LogSum[]): string | null {
  const minutes = new Map<string, number>();
  for (const entry of entries) {
    if (entry.language === null || /^sv\b/i.test(entry.language)) continue;
    minutes.set(entry.language, (minutes.get(entry.language) ?? 0) + entry.minutes);
  }
  const [most] = [...minutes].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

/**
 * The month's report as the log tells it: minutes summed by activity and form, and the language that most of the support
 * was given in (service description section 5). Job suggestions are not in the log. The entries are those of one month.
 */
export function monthFromLog(entries: readonly LogSum[]): ReportContent {
  const sums = new Map<string, ReportRow>();
  for (const { activity, form, minutes } of entries) {
    const key = `${activity} ${form}`;
    sums.set(key, { activity, form, minutes: (sums.get(key)?.minutes ?? 0) + minutes });
  }
  return inOrder({
    rows: [...sums.values()],
    languageSupport: mainLanguage(entries.filter(({ activity }) => isSupport(activity))),
    jobSuggestions: 0,
    noActivityReason: null,
  });
}

/** The day with most minutes of support, the first of those alike; null where there is none. */
export function busiestDay(
  entries: readonly Pick<LogEntry, 'date' | 'activity' | 'minutes'>[],
): { readonly date: PlainDate; readonly minutes: number } | null {
  const days = new Map<PlainDate, number>();
  for (const { date, activity, minutes } of entries) {
    if (isSupport(activity)) days.set(date, (days.get(date) ?? 0) + minutes);
  }
  const [most] = [...days].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most === undefined ? null : { date: most[0], minutes: most[1] };
}
