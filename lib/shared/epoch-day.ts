/**
 * Dates as whole numbers: days since 1970-01-01, in the proleptic Gregorian calendar. Calculations that walk over
 * many days use these instead of `Date`, which knows clocks and zones that a calendar date has no part in.
 */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
/** Days from 0001-01-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_162;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The epoch day of a calendar day; `month` is 1–12. */
export function epochDayOf(year: number, month: number, day: number): number {
  const y = year - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const afterFebruary = month > 2 && isLeapYear(year) ? 1 : 0;
  return y * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + afterFebruary + day - 1 - DAYS_TO_1970;
}

/** The calendar day of an epoch day. */
export function civilDateOf(epochDay: number): CivilDate {
  // Counted from 0000-03-01, so that the leap day is the last of its year and months follow a line of 153 days in 5.
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const leapCorrected =
    dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor(leapCorrected / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The calendar day `months` calendar months later: the same day number, or the last day of a month without it. */
export function civilDateAfterMonths(from: CivilDate, months: number): CivilDate {
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

/** As {@link civilDateAfterMonths}, from and to epoch days. */
export function epochDayAfterMonths(epochDay: number, months: number): number {
  const { year, month, day } = civilDateAfterMonths(civilDateOf(epochDay), months);
  return epochDayOf(year, month, day);
}

/** ISO weekday: Monday 1 … Sunday 7. 1970-01-01 was a Thursday. */
export function isoWeekdayOfEpochDay(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}
