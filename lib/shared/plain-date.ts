import {
  civilDateAfterMonths,
  civilDateOf,
  daysInMonth,
  epochDayOf,
  isoWeekdayOfEpochDay,
} from '#lib/shared/epoch-day.ts';

declare const plainDateBrand: unique symbol;

/**
 * A calendar date without time or zone, as ISO text (`2021-03-08`). What people and systems give lies in 1900–2199;
 * what is calculated from it may lie later, with four digits in the year. Text order is date order: compare with `<`.
 */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** Years that a given date or month may lie in. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** A calculation left the years that four digits can write. */
export class DateOutOfRangeError extends RangeError {
  override readonly name = 'DateOutOfRangeError';
}

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;

function branded(text: string): PlainDate {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a text gets its brand
  return text as PlainDate;
}

/** The date in the text, or null when it is not exactly `YYYY-MM-DD`, not in the calendar, or outside 1900–2199. */
export function parsePlainDate(text: unknown): PlainDate | null {
  if (typeof text !== 'string' || !SHAPE.test(text)) return null;
  const year = yearOf(text);
  const month = monthNumberOf(text);
  const day = dayOf(text);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(year, month) ? branded(text) : null;
}

/** The date in the text; throws RangeError where {@link parsePlainDate} gives null. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`Not a date: ${text}`);
  return date;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** The year of a date or month. */
export function yearOf(date: string): number {
  return digits(date, 0, 4);
}

/** The month number, 1–12, of a date or month. */
export function monthNumberOf(date: string): number {
  return digits(date, 5, 7);
}

/** The day of the month, 1–31. */
export function dayOf(date: string): number {
  return digits(date, 8, 10);
}

/** ISO text of a calendar day known to exist; throws DateOutOfRangeError where the year has not four digits. */
export function isoDate(year: number, month: number, day: number): PlainDate {
  if (!(year >= 1000 && year <= 9999)) throw new DateOutOfRangeError(`Year outside 1000–9999: ${year}`);
  return branded(`${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`);
}

/** Days from 1970-01-01 to the date. */
export function toEpochDay(date: PlainDate): number {
  return epochDayOf(yearOf(date), monthNumberOf(date), dayOf(date));
}

/** The date that lies `epochDay` days after 1970-01-01. */
export function fromEpochDay(epochDay: number): PlainDate {
  const { year, month, day } = civilDateOf(epochDay);
  return isoDate(year, month, day);
}

/** The date `days` days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** The same day number `months` calendar months later, or the last day of that month (2021-10-31 + 4 = 2022-02-28). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const from = { year: yearOf(date), month: monthNumberOf(date), day: dayOf(date) };
  const { year, month, day } = civilDateAfterMonths(from, months);
  return isoDate(year, month, day);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function isoWeekday(date: PlainDate): number {
  return isoWeekdayOfEpochDay(toEpochDay(date));
}

/** The first day of the date's month. */
export function firstDayOf(date: PlainDate): PlainDate {
  return branded(`${date.slice(0, 8)}01`);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that an instant falls on in a time zone, as a wall calendar there would show it. */
export function plainDateFromDate(instant: Date, timeZone = 'Europe/Stockholm'): PlainDate {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // sv-SE writes dates as YYYY-MM-DD.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return plainDate(format.format(instant));
}

/** Midnight UTC of the date: what a database `date` column is read from and written to. */
export function toUtcDate(date: PlainDate): Date {
  return new Date(toEpochDay(date) * MILLISECONDS_PER_DAY);
}

/** The date of a database `date` column, which arrives as midnight UTC. Throws RangeError for an invalid `Date`. */
export function fromUtcDate(date: Date): PlainDate {
  return fromEpochDay(Math.floor(date.getTime() / MILLISECONDS_PER_DAY));
}
