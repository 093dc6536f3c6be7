import { isoWeekdayOfEpochDay } from '#lib/shared/epoch-day.ts';
import { addMonthsTo, firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { fromEpochDay, type PlainDate, toEpochDay, yearOf } from '#lib/shared/plain-date.ts';
import { swedishPublicHolidays } from '#lib/shared/workdays.ts';

/** Days of the story as whole numbers since 1970-01-01: half a million of them are calculated with. */
export type Day = number;

/** A stretch of days, half-open. */
export type Span = { readonly from: Day; readonly to: Day };

export type Days = {
  readonly today: Day;
  /** Months before the one that goes on: 1 is the one under review. */
  readonly month: (ago: number) => MonthSpan;
  readonly isWorkday: (day: Day) => boolean;
  /** The day itself where it is a working day, else the last one before it. */
  readonly workdayBy: (day: Day) => Day;
};

export type MonthSpan = Span & { readonly month: Month; readonly ago: number };

const texts = new Map<Day, PlainDate>();

/** A day as it is written. */
export function dateOf(day: Day): PlainDate {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const made = fromEpochDay(day);
  texts.set(day, made);
  return made;
}

/** An instant of a day, in UTC: hours of the clock and seconds past them. */
export function instantOf(day: Day, hour: number, seconds = 0): string {
  return new Date(day * 86_400_000 + hour * 3_600_000 + seconds * 1000).toISOString();
}

export function daysOf(today: PlainDate): Days {
  const year = yearOf(today);
  const holidays = new Set<Day>(
    [year - 2, year - 1, year, year + 1].flatMap((one) =>
      swedishPublicHolidays(one).map((date) => toEpochDay(date)),
    ),
  );
  const isWorkday = (day: Day): boolean => isoWeekdayOfEpochDay(day) <= 5 && !holidays.has(day);
  const workdayBy = (day: Day): Day => (isWorkday(day) ? day : workdayBy(day - 1));
  const spans = new Map<number, MonthSpan>();
  const month = (ago: number): MonthSpan => {
    const known = spans.get(ago);
    if (known !== undefined) return known;
    const of = addMonthsTo(monthOf(today), -ago);
    const made = { month: of, ago, from: toEpochDay(firstDay(of)), to: toEpochDay(firstDay(nextMonth(of))) };
    spans.set(ago, made);
    return made;
  };
  return { today: toEpochDay(today), month, isWorkday, workdayBy };
}

/** What two spans have in common, or null. */
export function meetOf(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}
