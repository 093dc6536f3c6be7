import { reportDueOn, type Terms } from '#lib/domain/terms/terms.ts';
import { addMonthsTo, firstDay, type Month } from '#lib/shared/month.ts';
import { addDays, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, swedishCalendar } from '#lib/shared/workdays.ts';

/** The draws of a month: of what came in time, and of what came later. */
export const DRAWS = [1, 2] as const;
export type Draw = (typeof DRAWS)[number];

/**
 * The first day on which a month's draw is made: the working day after the due day, which downtime can have moved; for the second
 * the last day of the month after the reported one, and never before the first. Source: review section 3.
 */
export function drawDay(
  month: Month,
  draw: Draw,
  terms: Pick<Terms, 'reportDueDay' | 'movedDueDays'>,
): PlainDate {
  const dueOn = reportDueOn(month, terms);
  const year = yearOf(dueOn);
  const first = addWorkdays(dueOn, 1, swedishCalendar([year, year + 1]));
  if (draw === 1) return first;
  const last = addDays(firstDay(addMonthsTo(month, 2)), -1);
  return first > last ? first : last;
}
