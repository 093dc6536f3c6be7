import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '#lib/domain/insight/wilson.ts';

describe('the interval of a share', () => {
  // By hand: p = 8/10, z² = 3.8415; middle (0.8 + 0.19207)/1.38415 = 0.71674; half 1.95996/1.38415 × √(0.016 + 0.0096036) = 0.22657.
  test('is Wilson’s: 8 of 10 is 49–94 per cent', () => {
    const { share, low, high } = wilson(8, 10) ?? { share: 0, low: 0, high: 0 };
    expect(share).toBe(0.8);
    expect(low).toBeCloseTo(0.49016, 4);
    expect(high).toBeCloseTo(0.94331, 4);
  });

  test('does not collapse at none or all, and is nothing of nothing', () => {
    expect(wilson(0, 20)).toMatchObject({ share: 0, low: 0 });
    expect(wilson(0, 20)?.high).toBeGreaterThan(0.1);
    expect(wilson(20, 20)?.low).toBeLessThan(0.9);
    expect(wilson(0, 0)).toBeNull();
  });

  test('holds the share, lies within 0–1, mirrors and narrows with more', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([hits, of]) => {
        const one = wilson(hits, of);
        const other = wilson(of - hits, of);
        const more = wilson(hits * 4, of * 4);
        if (one === null || other === null || more === null) throw new Error('Nothing of something');
        expect(one.low).toBeLessThanOrEqual(one.share + 1e-12);
        expect(one.high).toBeGreaterThanOrEqual(one.share - 1e-12);
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low + other.high).toBeCloseTo(1, 9);
        expect(more.high - more.low).toBeLessThan(one.high - one.low);
      }),
    );
  });
});
