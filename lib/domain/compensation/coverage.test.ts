import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '#lib/domain/compensation/coverage.ts';
import type { Spell } from '#lib/domain/compensation/types.ts';
import { fromEpochDay, toEpochDay } from '#lib/shared/plain-date.ts';

const DAYS = Array.from({ length: 50 }, (_, day) => day);
const spells: fc.Arbitrary<Spell> = fc
  .record({
    from: fc.integer({ min: 0, max: 30 }),
    length: fc.option(fc.integer({ min: 1, max: 15 }), { freq: 4 }),
    extentPercent: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ from, length, extentPercent }) => ({
    from: fromEpochDay(from),
    to: length === null ? null : fromEpochDay(from + length),
    extentPercent,
    employerOrgNo: null,
  }));

function extentOn(list: readonly Spell[], day: number): number {
  const holding = list.filter(
    ({ from, to }) => toEpochDay(from) <= day && (to === null || day < toEpochDay(to)),
  );
  return holding.reduce((sum, { extentPercent }) => sum + extentPercent, 0);
}

describe('covered days', () => {
  it('are those where the extents of the spells holding them add up to enough', () => {
    fc.assert(
      fc.property(fc.array(spells, { maxLength: 5 }), fc.integer({ min: 1, max: 100 }), (list, least) => {
        const coverage = coverageOf(list, least);
        for (const day of DAYS) {
          const extent = extentOn(list, day);
          expect(coverage.extentOn(day)).toBe(extent);
          expect(coverage.coveredDays(day, day + 1)).toBe(extent >= least ? 1 : 0);
          const next = DAYS.find((later) => later >= day && extentOn(list, later) >= least);
          expect(coverage.firstCoveredFrom(day)).toBe(next ?? null);
        }
      }),
    );
  });

  it('are counted over any stretch', () => {
    fc.assert(
      fc.property(fc.array(spells), fc.nat({ max: 49 }), fc.nat({ max: 49 }), (list, from, to) => {
        const covered = DAYS.filter((day) => from <= day && day < to && extentOn(list, day) >= 50);
        expect(coverageOf(list, 50).coveredDays(from, to)).toBe(covered.length);
      }),
    );
  });

  it('a spell without end covers every day there will be', () => {
    const endless: Spell = { from: fromEpochDay(0), to: null, extentPercent: 100, employerOrgNo: null };
    expect(coverageOf([endless], 100).coveredDays(10, 1_000_010)).toBe(1_000_000);
  });
});
