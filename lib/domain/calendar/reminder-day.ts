import type { Deadline } from '#lib/domain/calendar/deadline.ts';
import { addDays, isoWeekday, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, isWorkday, swedishCalendar, type WorkdayCalendar } from '#lib/shared/workdays.ts';

/** Working days before the last day of a month's reports on which people are reminded of it. */
const WORKDAYS_BEFORE = 3;

function calendarAround(date: PlainDate): WorkdayCalendar {
  const year = yearOf(date);
  return swedishCalendar([year - 1, year, year + 1]);
}

/** Whether the day is the first working day of its week: Monday, or the day after the holidays that it begins with. */
export function isFirstWorkday(today: PlainDate): boolean {
  const calendar = calendarAround(today);
  const monday = addDays(today, 1 - isoWeekday(today));
  return addWorkdays(addDays(monday, -1), 1, calendar) === today;
}

/**
 * Why somebody is reminded on a day, where anything is left to do: `week` on the first working day of each week, `soon` three
 * working days before a last day for reports that are not all sent. Null: not that day. On holidays never.
 */
export function reminderOn(today: PlainDate, deadlines: readonly Deadline[]): 'week' | 'soon' | null {
  const calendar = calendarAround(today);
  if (!isWorkday(today, calendar)) return null;
  const isSoon = deadlines.some(
    (deadline) =>
      deadline.kind === 'month' &&
      deadline.left > 0 &&
      addWorkdays(deadline.dueOn, -WORKDAYS_BEFORE, calendar) === today,
  );
  if (isSoon) return 'soon';
  return isFirstWorkday(today) && deadlines.length > 0 ? 'week' : null;
}
