import { addMonthsTo, firstDay, type Month, monthOf } from '#lib/shared/month.ts';
import { addDays, dayOf, isoDate, monthNumberOf, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, isWorkday, swedishCalendar, type WorkdayCalendar } from '#lib/shared/workdays.ts';

/** Days of a service period (service description, section 3). */
export const PERIOD_DAYS = 180;

/** The days that the story is told by, all from one: the day it is told on. */
export type StoryCalendar = {
  readonly today: PlainDate;
  /** The month that is going on; 1 is the one that is to be reported now, and so back. */
  readonly month: (ago: number) => Month;
  /** A working day, on or after the given day (1–28) of the month so many back. */
  readonly workday: (ago: number, day: number) => PlainDate;
  /** So many working days before today; 0 is today. */
  readonly workdaysAgo: (days: number) => PlainDate;
  /** A day that has been since last month ended: as asked for, else yesterday, or today where today is the first. */
  readonly sinceMonthEnd: (wanted: PlainDate) => PlainDate;
  readonly isWorkday: (day: PlainDate) => boolean;
};

export function storyCalendar(today: PlainDate): StoryCalendar {
  const year = yearOf(today);
  const workdays: WorkdayCalendar = swedishCalendar([year - 2, year - 1, year, year + 1]);
  const month = (ago: number): Month => addMonthsTo(monthOf(today), -ago);
  const nextWorkday = (day: PlainDate): PlainDate => addWorkdays(addDays(day, -1), 1, workdays);
  return {
    today,
    month,
    workday: (ago, day) => {
      const first = firstDay(month(ago));
      return nextWorkday(isoDate(yearOf(first), monthNumberOf(first), day));
    },
    workdaysAgo: (days) => addWorkdays(today, -days, workdays),
    sinceMonthEnd: (wanted) => {
      const latest = dayOf(today) === 1 ? today : addDays(today, -1);
      return wanted < latest ? wanted : latest;
    },
    isWorkday: (day) => isWorkday(day, workdays),
  };
}
