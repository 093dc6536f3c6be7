import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { AbsenceFact } from '#lib/domain/compensation/types.ts';
import type { ReportRow } from '#lib/domain/report/report-content.ts';
import { intersect, period, type Period, days } from '#lib/shared/period.ts';
import { type Month, periodOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** States of a report that stand in the way of another one for the same month; a returned one is completed and sent again. */
export type CurrentStatus = 'submitted' | 'inReview' | 'approved' | 'returned' | 'rejected';

/** A service period of the placement; `number` 2 has the higher least support. */
export type ReportPeriod = { readonly number: number; readonly from: PlainDate; readonly to: PlainDate };

/** A day of a reported absence, whether the participant was away all the time that was expected, and the day's log in minutes. */
export type AbsentDay = AbsenceFact & { readonly isWhole: boolean; readonly minutes: number };

/** The individual meetings that the log tells of: all since the first day that it was kept, on that or the month before. */
export type LoggedMeetings = {
  /** First day from which the log is known to tell, or of the service. */
  readonly since: PlainDate;
  /** In the order of days. */
  readonly held: readonly { readonly date: PlainDate; readonly onSite: boolean }[];
};

/** What the participant disputes: an entry of the log, or, where there is no date, a row of the report as it was. */
export type Disputed = ReportRow & { readonly date: PlainDate | null };

/** A month beside those of others, and beside earlier ones. Minutes are whole. */
export type ComparedFacts = {
  /** Others of the office with exactly these hours that month, and how many of them its history makes likely. */
  readonly sameHours: { readonly vector: string; readonly others: number; readonly likely: number };
  /** What support is usual for the level, of the office and of the area together; null where too little is known. */
  readonly usual: { readonly least: number; readonly most: number; readonly median: number } | null;
  /** How many participants the coach has, and on which day; null without a coach. */
  readonly coach: { readonly on: PlainDate; readonly participants: number } | null;
  /** The most that a coach of this month's log has logged for all participants on one of its days; null without a log. */
  readonly coachDay: { readonly date: PlainDate; readonly minutes: number } | null;
  /** Months in a row before this one with support and nothing on site, as far back as the terms ask. */
  readonly distanceMonths: number;
};

/** What the checks know about a placement and a month, beside the report itself. */
export type ReportFacts = {
  readonly month: Month;
  readonly periods: readonly ReportPeriod[];
  /** First day no longer in the service, or null while it goes on. */
  readonly end: PlainDate | null;
  /** Activities of the plans in force in the month; null where there is no plan. */
  readonly plannedActivities: readonly ActivityCode[] | null;
  /** The month's current report, or null. */
  readonly currentStatus: CurrentStatus | null;
  /** When the first version of that report came in, as far as none has been taken back since; null where there is none. */
  readonly firstSubmittedOn: PlainDate | null;
  /** Other months whose current report has another actor's measure. */
  readonly otherActorMonths: readonly Month[];
  /** Most minutes of support on one day of the month by the log, and that day; null without a log. */
  readonly busiestDay: { readonly date: PlainDate; readonly minutes: number } | null;
  /** Days of the month in deviation reports about absence, in order. */
  readonly absences: readonly AbsentDay[];
  /** Null where the month has no log: what needs dates cannot be told. */
  readonly meetings: LoggedMeetings | null;
  readonly disputed: readonly Disputed[];
  /** Null where nothing is compared. */
  readonly compared: ComparedFacts | null;
  /**
   * Of the batch that is signed, for each moment at which something of it was first shown: how many of its reports were first
   * shown then or later, and seconds from then to the signature. Empty where nothing tells.
   */
  readonly reading: readonly { readonly reports: number; readonly seconds: number }[];
};

export type ServiceStretch = { readonly number: number; readonly days: Period };

/** The service days within some days (those of the periods before `end`), by period, in order. Empty where there are none. */
export function serviceWithin(
  within: Period,
  { periods, end }: Pick<ReportFacts, 'periods' | 'end'>,
): readonly ServiceStretch[] {
  return periods.flatMap(({ number, from, to }) => {
    const until = end !== null && end < to ? end : to;
    const both = from < until ? intersect(period(from, until), within) : null;
    return both === null ? [] : [{ number, days: both }];
  });
}

/** The service days of the month, as {@link serviceWithin}. */
export function serviceInMonth(
  facts: Pick<ReportFacts, 'month' | 'periods' | 'end'>,
): readonly ServiceStretch[] {
  return serviceWithin(periodOf(facts.month), facts);
}

/** Number of service days in the month. */
export function serviceDays(stretches: readonly ServiceStretch[]): number {
  return stretches.reduce((sum, stretch) => sum + days(stretch.days), 0);
}
