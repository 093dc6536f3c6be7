declare const plainDateBrand: unique symbol;

/**
 * A calendar date without time or zone, as ISO text (`2021-03-08`), 1900-01-01 to 2199-12-31.
 * Text order is date order: compare with `<`, `===`.
 */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** Years that a date or month may lie in. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

function branded(text: string): PlainDate {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a text gets its brand
  return text as PlainDate;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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

/** Days from 1970-01-01 to the given calendar day (negative before it). */
export function epochDayOf(year: number, month: number, day: number): number {
  const y = year - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const afterFebruary = month > 2 && isLeapYear(year) ? 1 : 0;
  // 719 162 days lie between 0001-01-01 and 1970-01-01.
  return y * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + afterFebruary + day - 1 - 719_162;
}

/** Days from 1970-01-01 to the date: arithmetic on dates without `Date`. */
export function toEpochDay(date: PlainDate): number {
  return epochDayOf(yearOf(date), monthNumberOf(date), dayOf(date));
}

/** The date that lies `epochDay` days after 1970-01-01; throws RangeError outside 1900–2199. */
export function fromEpochDay(epochDay: number): PlainDate {
  // Civil date from day number, counted from 0000-03-01 so that the leap day ends the year.
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

/** ISO text of a calendar day known to exist; throws RangeError outside 1900–2199. */
export function isoDate(year: number, month: number, day: number): PlainDate {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError(`Year outside 1900–2199: ${year}`);
  return branded(`${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`);
}

/** The date `days` days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** The same day number `months` calendar months later, or the last day of that month (2021-10-31 + 4 = 2022-02-28). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthNumberOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return isoDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** ISO weekday of an epoch day: Monday 1 … Sunday 7. 1970-01-01 was a Thursday. */
export function isoWeekdayOfEpochDay(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function isoWeekday(date: PlainDate): number {
  return isoWeekdayOfEpochDay(toEpochDay(date));
}

/** The first day of the date's month. */
export function firstDayOf(date: PlainDate): PlainDate {
  return branded(`${date.slice(0, 8)}01`);
}

const MILLISECONDS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that an instant falls on in a time zone, as a wall clock there would show it. */
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
