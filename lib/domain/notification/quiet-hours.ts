import { plainDateFromDate, yearOf } from '#lib/shared/plain-date.ts';
import { isWorkday, swedishCalendar, type WorkdayCalendar } from '#lib/shared/workdays.ts';

/** When somebody wants no mail, by Swedish clocks: from one whole hour (0–23) to another, across midnight too; none where they are the same. */
export type QuietHours = {
  readonly from: number;
  readonly to: number;
  /** Saturdays, Sundays and public holidays, the whole day. */
  readonly weekends: boolean;
};

/** What everybody has who has not said otherwise. */
export const DEFAULT_QUIET: QuietHours = { from: 19, to: 7, weekends: true };

const HOUR = 3_600_000;
/** Longer than any row of days that are not worked, with nights at either end. */
const MOST_HOURS = 14 * 24;

const HOUR_OF_DAY = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Stockholm',
});

const calendars = new Map<number, WorkdayCalendar>();

function calendarOf(year: number): WorkdayCalendar {
  const known = calendars.get(year) ?? swedishCalendar([year]);
  calendars.set(year, known);
  return known;
}

/** The hour, 0–23, that a Swedish clock shows. */
function swedishHour(instant: Date): number {
  return Number(HOUR_OF_DAY.format(instant));
}

/** Whether no mail is wanted at the instant. Throws RangeError before 2005, where public holidays are not known. */
export function isQuiet(instant: Date, { from, to, weekends }: QuietHours): boolean {
  const hour = swedishHour(instant);
  if (from <= to ? hour >= from && hour < to : hour >= from || hour < to) return true;
  if (!weekends) return false;
  const day = plainDateFromDate(instant);
  return !isWorkday(day, calendarOf(yearOf(day)));
}

/** The first whole hour after the instant. Whole hours in Sweden are whole hours everywhere, also when clocks are changed. */
function nextHour(instant: Date): Date {
  return new Date((Math.floor(instant.getTime() / HOUR) + 1) * HOUR);
}

function firstHour(from: Date, fits: (hour: Date) => boolean): Date {
  let hour = from;
  for (let tried = 0; tried < MOST_HOURS; tried += 1) {
    if (fits(hour)) return hour;
    hour = nextHour(hour);
  }
  throw new RangeError(`No hour within ${MOST_HOURS} hours of ${from.toISOString()}`);
}

/** The instant itself, or the first after it when mail is wanted again. */
export function afterQuiet(instant: Date, quiet: QuietHours): Date {
  return firstHour(instant, (hour) => !isQuiet(hour, quiet));
}

/** The next time after the instant at which a Swedish clock strikes `hour` (0–23; the hour that a spring night skips is struck the day after). */
export function nextTimeOfDay(instant: Date, hour: number): Date {
  return firstHour(nextHour(instant), (at) => swedishHour(at) === hour);
}
