import { type Period, period } from '#lib/shared/period.ts';
import {
  addMonths,
  FIRST_YEAR,
  isoDate,
  LAST_YEAR,
  monthNumberOf,
  type PlainDate,
  yearOf,
} from '#lib/shared/plain-date.ts';

declare const monthBrand: unique symbol;

/** A calendar month as ISO text (`2021-03`), 1900-01 to 2199-12. Text order is time order. */
export type Month = string & { readonly [monthBrand]: true };

const SHAPE = /^\d{4}-\d{2}$/;

function branded(text: string): Month {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a text gets its brand
  return text as Month;
}

/** The month in the text, or null when it is not exactly `YYYY-MM`, not in the calendar, or outside 1900–2199. */
export function parseMonth(text: unknown): Month | null {
  if (typeof text !== 'string' || !SHAPE.test(text)) return null;
  const year = yearOf(text);
  const number = monthNumberOf(text);
  return year >= FIRST_YEAR && year <= LAST_YEAR && number >= 1 && number <= 12 ? branded(text) : null;
}

/** The month in the text; throws RangeError where {@link parseMonth} gives null. */
export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new RangeError(`Not a month: ${text}`);
  return parsed;
}

/** The month that a date lies in. */
export function monthOf(date: PlainDate): Month {
  return branded(date.slice(0, 7));
}

/** The first day of a month. */
export function firstDay(of: Month): PlainDate {
  return isoDate(yearOf(of), monthNumberOf(of), 1);
}

/** The month `months` later (earlier when negative); throws DateOutOfRangeError past the year 9999. */
export function addMonthsTo(from: Month, months: number): Month {
  return monthOf(addMonths(firstDay(from), months));
}

export function nextMonth(after: Month): Month {
  return addMonthsTo(after, 1);
}

export function previousMonth(before: Month): Month {
  return addMonthsTo(before, -1);
}

/** The days of a month as a period, up to but not including the next month's first day. */
export function periodOf(of: Month): Period {
  return period(firstDay(of), firstDay(nextMonth(of)));
}

/** The month with a number 1–12 of a year. */
export function monthFrom(year: number, number: number): Month {
  return monthOf(isoDate(year, number, 1));
}
