import type { DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';
import { addDays, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

/** A proposal of expected minutes, and what tells it: the same weekday before, or the plan. */
export type UsualMinutes = { readonly minutes: number; readonly by: 'weekday' | 'plan' };

const WEEKS_BEFORE = 4;
const QUARTER = 15;
const WORKING_DAYS = 5;

/**
 * Minutes that were probably expected of the participant on a day, to be changed by who knows better: the support in the
 * log on the latest such weekday of the four weeks before, else a fifth of what the plan names for a week in whole
 * quarters, rounded up (weekdays only). Null where nothing tells.
 */
export function usualMinutes(
  day: PlainDate,
  { logged, plannedPerWeek }: Pick<DeviationFacts, 'logged' | 'plannedPerWeek'>,
): UsualMinutes | null {
  for (let week = 1; week <= WEEKS_BEFORE; week += 1) {
    const before = addDays(day, -7 * week);
    const minutes = logged.find(({ date }) => date === before)?.support ?? 0;
    if (minutes > 0) return { minutes, by: 'weekday' };
  }
  if (plannedPerWeek === null || isoWeekday(day) > WORKING_DAYS) return null;
  return { minutes: Math.ceil(plannedPerWeek / WORKING_DAYS / QUARTER) * QUARTER, by: 'plan' };
}
