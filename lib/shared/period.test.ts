import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  createPeriod,
  days,
  intersect,
  overlaps,
  type Period,
  period,
} from '#lib/shared/period.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const start = plainDate('2021-01-01');
const periods: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }))
  .map(([from, length]) => period(addDays(start, from), addDays(start, from + length)));
const dates = fc.integer({ min: -1, max: 32 }).map((n) => addDays(start, n));

describe('a period', () => {
  it('holds at least one day', () => {
    expect(createPeriod(start, addDays(start, 1))).toMatchObject({ ok: true });
    expect(createPeriod(start, start)).toEqual({ ok: false, error: 'emptyPeriod' });
    expect(createPeriod(addDays(start, 1), start)).toEqual({ ok: false, error: 'emptyPeriod' });
    expect(() => period(start, start)).toThrow(RangeError);
  });

  it('cannot be changed into an invalid one', () => {
    expect(Object.isFrozen(period(start, addDays(start, 1)))).toBe(true);
  });

  it('holds its first day but not the day it ends on', () => {
    const march = period(plainDate('2021-03-01'), plainDate('2021-04-01'));
    expect(contains(march, plainDate('2021-03-01'))).toBe(true);
    expect(contains(march, plainDate('2021-04-01'))).toBe(false);
    expect(days(march)).toBe(31);
  });

  it('shares with another exactly the days that lie in both', () => {
    fc.assert(
      fc.property(periods, periods, dates, (a, b, date) => {
        const both = intersect(a, b);
        expect(both !== null).toBe(overlaps(a, b));
        expect(both !== null && contains(both, date)).toBe(contains(a, date) && contains(b, date));
      }),
    );
  });

  it('does not overlap one that begins where it ends', () => {
    const a = period(start, addDays(start, 5));
    expect(overlaps(a, period(addDays(start, 5), addDays(start, 6)))).toBe(false);
  });
});
