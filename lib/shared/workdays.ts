import { addDays, isoDate, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

/** Which days are worked: ISO weekdays (Monday 1 … Sunday 7) less the holidays. */
export type WorkdayCalendar = {
  readonly weekdays: readonly number[];
  readonly holidays: { has(date: PlainDate): boolean };
};

export function isWorkday(date: PlainDate, calendar: WorkdayCalendar): boolean {
  return calendar.weekdays.includes(isoWeekday(date)) && !calendar.holidays.has(date);
}

/**
 * The nth working day after the date (before it when `n` is negative; the date itself when `n` is 0).
 * The date's own kind does not matter: one working day after a Saturday is the Monday.
 */
export function addWorkdays(date: PlainDate, n: number, calendar: WorkdayCalendar): PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of working days: ${n}`);
  if (calendar.weekdays.length === 0) throw new RangeError('A calendar without weekdays has no working days');
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}

/** The number of working days after `after` up to and including `through`; 0 when that is not later. */
export function workdaysUntil(after: PlainDate, through: PlainDate, calendar: WorkdayCalendar): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= through; day = addDays(day, 1)) {
    if (isWorkday(day, calendar)) count += 1;
  }
  return count;
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const skippedLeapDays = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const epact = (19 * a + skippedLeapDays + 15) % 30;
  const weekday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - epact - (c % 4)) % 7;
  const correction = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const n = epact + weekday - 7 * correction + 114;
  return isoDate(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The first Saturday on or after the date. */
function saturdayFrom(date: PlainDate): PlainDate {
  return addDays(date, (13 - isoWeekday(date)) % 7);
}

/**
 * The public holidays of a year in date order, those that fall on a weekend too (Swedish act 1989:253 as it stands
 * since 2005; eves are no public holidays). Throws RangeError for years before 2005 and after 2199.
 */
export function swedishPublicHolidays(year: number): readonly PlainDate[] {
  if (!Number.isInteger(year) || year < 2005)
    throw new RangeError(`Public holidays are known from 2005: ${year}`);
  const easter = easterSunday(year);
  const holidays = [
    isoDate(year, 1, 1),
    isoDate(year, 1, 6),
    addDays(easter, -2), // Good Friday
    easter,
    addDays(easter, 1),
    isoDate(year, 5, 1),
    addDays(easter, 39), // Ascension Day
    addDays(easter, 49), // Whit Sunday
    isoDate(year, 6, 6),
    saturdayFrom(isoDate(year, 6, 20)), // Midsummer Day
    saturdayFrom(isoDate(year, 10, 31)), // All Saints' Day
    isoDate(year, 12, 25),
    isoDate(year, 12, 26),
  ];
  // May Day and Ascension Day can be the same day (2008).
  return [...new Set(holidays)].toSorted();
}

/** Monday to Friday less the public holidays of the given years. Ask for every year that may be counted through. */
export function swedishCalendar(years: readonly number[]): WorkdayCalendar {
  return {
    weekdays: [1, 2, 3, 4, 5],
    holidays: new Set(years.flatMap((year) => swedishPublicHolidays(year))),
  };
}

/** {@link swedishCalendar} less Midsummer, Christmas and New Year's Eve, on which no bank moves money either. */
export function swedishBankCalendar(years: readonly number[]): WorkdayCalendar {
  const { weekdays, holidays } = swedishCalendar(years);
  const eves = new Set(
    years.flatMap((year) => [
      addDays(saturdayFrom(isoDate(year, 6, 20)), -1),
      isoDate(year, 12, 24),
      isoDate(year, 12, 31),
    ]),
  );
  return { weekdays, holidays: { has: (date) => holidays.has(date) || eves.has(date) } };
}
