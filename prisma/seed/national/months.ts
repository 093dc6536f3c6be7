import { ACTIVITY_CODES, type ActivityCode, isSupport } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { AbsenceReason } from '#lib/domain/compensation/types.ts';
import type { ReportRow } from '#lib/domain/report/report-content.ts';
import type { Day, MonthSpan, Span } from '#prisma/seed/national/days.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';

/** What was done on a day. `coach` is who gave it; null for somebody who is not among the office's coaches. */
export type Entry = {
  readonly day: Day;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  readonly coach: string | null;
  /** When it was logged for several in one step. */
  readonly together?: string;
};

/** An absence as it was reported: whole where all that was expected was missed. */
export type Absence = Span & {
  readonly id: string;
  readonly cause: AbsenceReason;
  readonly expected: number;
  readonly absent: number;
  /** One that was taken back says nothing any more. */
  readonly status: 'approved' | 'submitted' | 'withdrawn';
};

/** What somebody did in a calendar month of their placement, and how it was reported. Built up before it is written. */
export type StayMonth = {
  readonly id: string;
  readonly stay: Stay;
  readonly month: MonthSpan;
  /** Service days of the month. */
  readonly service: Span;
  /** Whether the portal holds the days, or the month's totals alone. */
  readonly dated: boolean;
  entries: Entry[];
  absences: Absence[];
  /** Why somebody took part in nothing; null for everybody else. */
  nothing: AbsenceReason | null;
  readonly language: string | null;
  readonly jobSuggestions: number;
  /** What the participant said of one of the entries, or of its row: the last word counts. */
  answer: { readonly at: number; readonly says: readonly ('confirmed' | 'disputed')[] } | null;
  /** The day it came in; null while it has not. */
  sentOn: Day | null;
};

/** The month's totals by activity and form, in the one order. */
export function rowsOf(entries: readonly Entry[]): readonly ReportRow[] {
  const sums = new Map<string, ReportRow>();
  for (const { activity, form, minutes } of entries) {
    const key = `${activity} ${form ?? ''}`;
    sums.set(key, { activity, form, minutes: (sums.get(key)?.minutes ?? 0) + minutes });
  }
  return [...sums.values()].toSorted((a, b) => order(a) - order(b));
}

function order({ activity, form }: ReportRow): number {
  const place = form === null ? 0 : 1 + ['onSite', 'video', 'phone'].indexOf(form);
  return ACTIVITY_CODES.indexOf(activity) * 10 + place;
}

export function isMeeting({ activity }: Pick<Entry, 'activity'>): boolean {
  return activity === 'individualMeeting';
}

/** Minutes of support, and of support on site. */
export function supportOf(entries: readonly Entry[]): { readonly all: number; readonly onSite: number } {
  let all = 0;
  let onSite = 0;
  for (const { activity, form, minutes } of entries) {
    if (!isSupport(activity)) continue;
    all += minutes;
    if (form === 'onSite') onSite += minutes;
  }
  return { all, onSite };
}

/** Minutes on a day: of support, and of everything. */
export function onDay(
  entries: readonly Entry[],
  day: Day,
): { readonly support: number; readonly all: number } {
  let support = 0;
  let all = 0;
  for (const entry of entries) {
    if (entry.day !== day) continue;
    all += entry.minutes;
    if (isSupport(entry.activity)) support += entry.minutes;
  }
  return { support, all };
}

/** The least support that the contract asks for: 60 minutes a week of the first period, 120 of the second, day by day. Exact. */
export function leastSupportOf({ stay, service }: Pick<StayMonth, 'stay' | 'service'>): number {
  let sevenths = 0;
  for (const { number, from, to } of stay.periods) {
    const common = Math.min(to, service.to) - Math.max(from, service.from);
    if (common > 0) sevenths += common * (number === 1 ? 60 : 120);
  }
  return sevenths / 7;
}
