import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { isoWeekdayOfEpochDay } from '#lib/shared/epoch-day.ts';
import { toEpochDay } from '#lib/shared/plain-date.ts';

/** Counts working days between epoch days without walking over each of them. */
export type WorkingDays = {
  readonly isWorkingDay: (epochDay: number) => boolean;
  /** Working days in the half-open stretch; 0 where it is empty. */
  readonly count: (from: number, to: number) => number;
};

/** How many of the sorted numbers lie below `limit`. */
export function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The working days of an agreement (compensation model section 0): ISO weekdays that are worked, less the holidays.
 * Whole weeks are multiplied and holidays found by bisection.
 */
export function workingDaysOf(workdays: AgreementVersion['workdays']): WorkingDays {
  const worked = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const weekday of workdays.weekdays) worked[weekday] = 1;
  const perWeek = worked.reduce((sum, one) => sum + one, 0);
  const holidays = [...new Set(workdays.holidays)]
    .map((date) => toEpochDay(date))
    .filter((day) => worked[isoWeekdayOfEpochDay(day)] === 1)
    .toSorted((a, b) => a - b);

  function count(from: number, to: number): number {
    if (to <= from) return 0;
    const weeks = Math.floor((to - from) / 7);
    let days = weeks * perWeek;
    for (let day = from + weeks * 7; day < to; day += 1) days += worked[isoWeekdayOfEpochDay(day)] ?? 0;
    return days - (countBelow(holidays, to) - countBelow(holidays, from));
  }

  return { isWorkingDay: (epochDay) => count(epochDay, epochDay + 1) === 1, count };
}
