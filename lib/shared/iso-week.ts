import { addDays, daysBetween, isoDate, isoWeekday, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';

/** The number of the ISO week (1–53) that the date lies in: the week belongs to the year of its Thursday. */
export function isoWeek(date: PlainDate): number {
  const thursday = addDays(date, 4 - isoWeekday(date));
  return Math.floor(daysBetween(isoDate(yearOf(thursday), 1, 1), thursday) / 7) + 1;
}
