import type { Standing } from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';

/** When premises are open on a weekday (Monday 1 … Sunday 7), half-open, in whole minutes since midnight, 0–1440. */
export type OpeningSpan = { readonly weekday: number; readonly from: number; readonly to: number };

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MINUTES_PER_DAY = 1440;

/** Minutes since midnight of a time as people write it: `8`, `8.30`, `08:30`, up to `24`. Null for anything else. */
export function parseTime(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const minutes = Number(hour) * 60 + Number(minute ?? 0);
  return Number(minute ?? 0) < 60 && minutes <= MINUTES_PER_DAY ? minutes : null;
}

/** `8.30`; whole hours without minutes. */
export function formatTime(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

const DAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;

/** Opening hours as participants read them: `Måndag–torsdag 8.30–16, fredag 8.30–14`. Null where there are none. */
export function openingWords(spans: readonly OpeningSpan[]): string | null {
  const groups: { from: number; to: number; times: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const times = spans
      .filter((span) => span.weekday === weekday)
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, to }) => `${formatTime(from)}–${formatTime(to)}`)
      .join(' och ');
    const last = groups.at(-1);
    if (times === '') continue;
    if (last?.times === times && last.to === weekday - 1) last.to = weekday;
    else groups.push({ from: weekday, to: weekday, times });
  }
  if (groups.length === 0) return null;
  const dayOf = (weekday: number): string => DAYS[weekday - 1] ?? '';
  const words = groups
    .map(({ from, to, times }) => `${dayOf(from)}${to > from ? `–${dayOf(to)}` : ''} ${times}`)
    .join(', ');
  return words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);
}

/** Spans that share a minute with another of the same day, by their places in the list. */
export function overlapping(spans: readonly OpeningSpan[]): readonly number[] {
  return spans.flatMap((span, index) =>
    spans.some(
      (other, at) =>
        at < index && other.weekday === span.weekday && other.from < span.to && span.from < other.to,
    )
      ? [index]
      : [],
  );
}

/**
 * Premises are open at least the terms' hours a day on at least so many days a week (service description section 6).
 * Unknown where no hours are given: an office without any is closed to nobody's knowledge.
 */
export function premisesOpen(
  spans: readonly OpeningSpan[],
  { premisesHoursPerDay, premisesDaysPerWeek }: Pick<Terms, 'premisesHoursPerDay' | 'premisesDaysPerWeek'>,
): Standing<'premises'> {
  const common = { requirement: 'premises', limit: premisesDaysPerWeek, since: null, until: null } as const;
  if (spans.length === 0) {
    return { ...common, state: 'unknown', value: null, because: { code: 'PREMISES_UNKNOWN' } };
  }
  const days = WEEKDAYS.filter(
    (day) =>
      spans.reduce((sum, { weekday, from, to }) => sum + (weekday === day ? to - from : 0), 0) >=
      premisesHoursPerDay * 60,
  ).length;
  const facts = { days, leastDays: premisesDaysPerWeek, leastHours: premisesHoursPerDay };
  return days < premisesDaysPerWeek
    ? { ...common, state: 'broken', value: days, because: { code: 'PREMISES_TOO_LITTLE', ...facts } }
    : { ...common, state: 'met', value: days, because: { code: 'PREMISES_OPEN', ...facts } };
}
