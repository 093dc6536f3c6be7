import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { isoWeekdayOfEpochDay } from '#lib/shared/epoch-day.ts';
import { type PlainDate, toEpochDay } from '#lib/shared/plain-date.ts';

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

/** The holidays on weekdays that are worked, rising and once each. Lists that are in order, as most are, are only read. */
function holidaysOn(worked: readonly number[], dates: readonly PlainDate[]): readonly number[] {
  const days: number[] = [];
  let rising = true;
  for (const date of dates) {
    const day = toEpochDay(date);
    if (worked[isoWeekdayOfEpochDay(day)] !== 1) continue;
    rising &&= day > (days.at(-1) ?? -Infinity);
    days.push(day);
  }
  return rising ? days : [...new Set(days)].toSorted((a, b) => a - b);
}

const known = new WeakMap<AgreementVersion['workdays'], WorkingDays>();

/**
 * The working days of an agreement (compensation model section 0): ISO weekdays that are worked, less the holidays.
 * Whole weeks are multiplied and holidays found by bisection. Put in order once for each agreement that is held.
 */
export function workingDaysOf(workdays: AgreementVersion['workdays']): WorkingDays {
  const kept = known.get(workdays);
  if (kept !== undefined) return kept;
  const made = countedBy(workdays);
  known.set(workdays, made);
  return made;
}

function countedBy(workdays: AgreementVersion['workdays']): WorkingDays {
  const worked = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const weekday of workdays.weekdays) worked[weekday] = 1;
  const perWeek = worked.reduce((sum, one) => sum + one, 0);
  const holidays = holidaysOn(worked, workdays.holidays);

  function count(from: number, to: number): number {
    if (to <= from) return 0;
    const weeks = Math.floor((to - from) / 7);
    let days = weeks * perWeek;
    for (let day = from + weeks * 7; day < to; day += 1) days += worked[isoWeekdayOfEpochDay(day)] ?? 0;
    return days - (countBelow(holidays, to) - countBelow(holidays, from));
  }

  return { isWorkingDay: (epochDay) => count(epochDay, epochDay + 1) === 1, count };
}
