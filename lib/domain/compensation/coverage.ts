import type { Spell } from '#lib/domain/compensation/types.ts';
import { toEpochDay } from '#lib/shared/plain-date.ts';

/** A half-open stretch of epoch days on which the extents of all spells add up to the same percentage. */
type Step = { readonly from: number; readonly to: number; readonly extentPercent: number };

/** How much work or studies there is, day by day, kept as the stretches between changes. Days are epoch days. */
export type Coverage = {
  /** The extents of the spells holding the day, summed. */
  readonly extentOn: (day: number) => number;
  /** The first covered day that is not before `from`, or null. */
  readonly firstCoveredFrom: (from: number) => number | null;
  /** The covered days in a half-open stretch. */
  readonly coveredDays: (from: number, to: number) => number;
};

function stepsOf(spells: readonly Spell[]): readonly Step[] {
  const changes = new Map<number, number>();
  for (const { from, to, extentPercent } of spells) {
    const first = toEpochDay(from);
    changes.set(first, (changes.get(first) ?? 0) + extentPercent);
    if (to === null) continue;
    const end = toEpochDay(to);
    changes.set(end, (changes.get(end) ?? 0) - extentPercent);
  }
  const days = [...changes.keys()].toSorted((a, b) => a - b);
  let extentPercent = 0;
  return days.map((from, index) => {
    extentPercent += changes.get(from) ?? 0;
    return { from, to: days[index + 1] ?? Infinity, extentPercent };
  });
}

/**
 * The days that are covered: those where the extents of the spells holding them add up to at least
 * `minExtentPercent` (compensation model section 4, step 5). A spell without `to` goes on without end.
 */
export function coverageOf(spells: readonly Spell[], minExtentPercent: number): Coverage {
  const steps = stepsOf(spells);
  const covered = steps.filter((step) => step.extentPercent >= minExtentPercent);
  return {
    extentOn: (day) => steps.find(({ from, to }) => from <= day && day < to)?.extentPercent ?? 0,
    firstCoveredFrom: (from) => {
      const step = covered.find(({ to }) => to > from);
      return step === undefined ? null : Math.max(step.from, from);
    },
    coveredDays: (from, to) =>
      covered.reduce(
        (days, step) => days + Math.max(0, Math.min(step.to, to) - Math.max(step.from, from)),
        0,
      ),
  };
}
