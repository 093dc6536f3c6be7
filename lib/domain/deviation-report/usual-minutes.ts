import type { DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';
import { addDays, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

/** A proposal of expected minutes, and what tells it: the same weekday before, the plan, or the latest day in the log. */
export type UsualMinutes = { readonly minutes: number; readonly by: 'weekday' | 'plan' | 'latest' };

const WEEKS_BEFORE = 4;
const QUARTER = 15;
const WORKING_DAYS = 5;

/**
 * Minutes that were probably expected of the participant on a day, to be changed by who knows better: the support in the
 * log on the latest such weekday of the four weeks before, else a fifth of what the plan names for a week in whole
 * quarters, rounded up (weekdays only), else the support of the latest day of those weeks. Null where nothing tells.
 */
export function usualMinutes(
  day: PlainDate,
  { logged, plannedPerWeek }: Pick<DeviationFacts, 'logged' | 'plannedPerWeek'>,
): UsualMinutes | null {
  const since = addDays(day, -7 * WEEKS_BEFORE);
  const before = logged.filter(({ date, support }) => date >= since && date < day && support > 0);
  const same = before.findLast(({ date }) => isoWeekday(date) === isoWeekday(day));
  if (same !== undefined) return { minutes: same.support, by: 'weekday' };
  if (plannedPerWeek !== null && isoWeekday(day) <= WORKING_DAYS)
    return { minutes: Math.ceil(plannedPerWeek / WORKING_DAYS / QUARTER) * QUARTER, by: 'plan' };
  const latest = before.at(-1);
  return latest === undefined ? null : { minutes: latest.support, by: 'latest' };
}
