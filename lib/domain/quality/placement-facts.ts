import type { ReportPeriod } from '#lib/domain/report/report-facts.ts';
import type { MinutesSource } from '#lib/domain/quality/standing.ts';
import { type Month, monthOf, previousMonth } from '#lib/shared/month.ts';
import { addDays, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

/** Complete ISO weeks before the one that goes on that are judged. */
export const WEEKS_JUDGED = 4;

/** Minutes of support of one calendar month. */
export type MonthMinutes = { readonly month: Month; readonly support: number; readonly onSite: number };

/**
 * A month's report: when it came in first (of the versions not withdrawn), and what the version that counts says – of the last month and
 * the one that goes on. Minutes of months before them are not judged and stand as 0.
 */
export type MonthReport = MonthMinutes & { readonly submittedOn: PlainDate };

/** A version of the joint plan. */
export type PlanMade = {
  readonly from: PlainDate;
  readonly madeOn: PlainDate;
  /** Made of what was reported, at a load: nobody knows when it was planned. */
  readonly derived: boolean;
  /** The version before with activities added. */
  readonly extended: boolean;
};

/** What the requirements know about one placement with service days on the day that is judged. Minutes are whole. */
export type PlacementFacts = {
  readonly from: PlainDate;
  /** First day no longer in the service. */
  readonly to: PlainDate;
  readonly periods: readonly ReportPeriod[];
  /** Whether the log holds anything for the placement, ever. */
  readonly hasLog: boolean;
  /** Support in the log by ISO week (its Monday), of the weeks judged and the one that goes on; weeks without any are left out. */
  readonly weeks: readonly { readonly from: PlainDate; readonly minutes: number }[];
  /** Support in the log of the last month and of the one that goes on; months without any are left out. */
  readonly logged: readonly MonthMinutes[];
  /** All months of the placement with a report, the first first. */
  readonly reports: readonly MonthReport[];
  readonly lastMeetingOn: PlainDate | null;
  readonly lastOnSiteMeetingOn: PlainDate | null;
  /** Months with another actor's measure, in a report or in the log. */
  readonly otherActorMonths: readonly Month[];
  readonly plans: readonly PlanMade[];
};

export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - isoWeekday(date));
}

/**
 * What tells of the placement's days: its log where there is one, else its reports, else nothing. A log that is silent
 * for the last month and this one while the last month's report has support is no longer kept here: then reports tell.
 */
export function daysToldBy(
  { hasLog, logged, reports }: Pick<PlacementFacts, 'hasLog' | 'logged' | 'reports'>,
  today: PlainDate,
): MinutesSource | null {
  const last = reports.find(({ month }) => month === previousMonth(monthOf(today)));
  if (!hasLog) return reports.length > 0 ? 'report' : null;
  return logged.length === 0 && last !== undefined && last.support > 0 ? 'report' : 'log';
}
