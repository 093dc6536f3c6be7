import type { Terms } from '#lib/domain/terms/terms.ts';
import { type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, swedishCalendar } from '#lib/shared/workdays.ts';

function workdaysAfter(day: PlainDate, workdays: number): PlainDate {
  const year = yearOf(day);
  return addWorkdays(day, workdays, swedishCalendar([year, year + 1]));
}

/** Last day to answer a rejection proposed on `day`, or to ask for reconsideration of a decision made then: the terms' working days. */
export function replyBy(day: PlainDate, { replyWorkdays }: Pick<Terms, 'replyWorkdays'>): PlainDate {
  return workdaysAfter(day, replyWorkdays);
}

/** Last day to complete a report returned on `day`: the terms' working days. */
export function completeBy(
  day: PlainDate,
  { completionWorkdays }: Pick<Terms, 'completionWorkdays'>,
): PlainDate {
  return workdaysAfter(day, completionWorkdays);
}
