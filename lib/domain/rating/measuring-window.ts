import { firstDay, monthOf } from '#lib/shared/month.ts';
import { period, type Period } from '#lib/shared/period.ts';
import { addMonths, type PlainDate } from '#lib/shared/plain-date.ts';

/** How many months of starts a rating builds on. */
export const WINDOW_MONTHS = 24;
/** Who began later than so many months ago is not counted yet: both results cannot have been reached. */
export const SETTLING_MONTHS = 6;
/** A result is settled so many months after the start: two periods of six, four of work or studies, two to report. */
export const PRELIMINARY_MONTHS = 18;

/**
 * The days on which those who count began: 24 whole months that ended six months before the month of `today`. It moves once a
 * month (choice model section 5; why these months: decision 28).
 */
export function measuringWindow(today: PlainDate): Period {
  const to = addMonths(firstDay(monthOf(today)), -SETTLING_MONTHS);
  return period(addMonths(to, -WINDOW_MONTHS), to);
}

/** Who began on this day or later has a result that can still change. */
export function preliminaryFrom(today: PlainDate): PlainDate {
  return addMonths(today, -PRELIMINARY_MONTHS);
}
