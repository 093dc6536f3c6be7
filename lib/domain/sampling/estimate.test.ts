import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveSize } from '#lib/domain/sampling/effective-size.ts';
import { estimate, type SampledStratum } from '#lib/domain/sampling/estimate.ts';
import { ore } from '#lib/shared/money.ts';

/** A stratum of reports of 100 kr each; every error is of so many öre. */
function stratum(frameCount: number, drawnCount: number, errorCount = 0, errorOre = 10_000): SampledStratum {
  const error = { amountOre: ore(10_000), errorOre: ore(errorOre) };
  const errors = Array.from({ length: errorCount }, () => error);
  return { frameCount, frameOre: ore(frameCount * 10_000), drawnCount, decidedCount: drawnCount, errors };
}

describe('the share of error', () => {
  test('is certain where everything was looked through', () => {
    expect(estimate([stratum(4, 4, 1), stratum(6, 6)])).toMatchObject({
      share: { estimate: 0.1, low: 0.1, high: 0.1 },
      amount: { estimate: 10_000, low: 10_000, high: 10_000 },
      isFinal: true,
      isTooSmall: false,
    });
  });

  test('counts each error for as many as its stratum has to each drawn', () => {
    // 1 of 2 of 10, 0 of 10 of 90: 5 of 100.
    expect(estimate([stratum(10, 2, 1), stratum(90, 10)]).share?.estimate).toBeCloseTo(0.05, 12);
  });

  test('of one stratum is as wide as Clopper and Pearson say, from no error 0–3.6 % of a hundred', () => {
    const { share } = estimate([stratum(100_000, 100)]);
    expect(share).toMatchObject({ estimate: 0, low: 0 });
    expect(share?.high).toBeCloseTo(0.0362, 4);
  });

  test('is never lower than what was found, nor so high that what was found sound would be in error', () => {
    const { share } = estimate([stratum(3, 2, 1)]);
    expect(share?.low).toBeCloseTo(1 / 3, 12);
    expect(share?.high).toBeCloseTo(2 / 3, 12);
  });

  test('adds no uncertainty for strata that are certain', () => {
    const alone = estimate([stratum(1000, 100, 2)]).share;
    const beside = estimate([stratum(1000, 100, 2), stratum(1000, 1000)]).share;
    expect((beside?.high ?? 1) - (beside?.low ?? 0)).toBeCloseTo(
      ((alone?.high ?? 1) - (alone?.low ?? 0)) / 2,
      3,
    );
  });

  test('is too small to tell where the interval is wider than ten percentage points', () => {
    expect(estimate([stratum(400, 20)]).isTooSmall).toBe(true);
    expect(estimate([stratum(4000, 200)]).isTooSmall).toBe(false);
    expect(estimate([stratum(20, 20, 3)]).isTooSmall).toBe(false);
  });

  test('is preliminary while something drawn is not decided, and not told before anything is', () => {
    const waits = { ...stratum(100, 5), decidedCount: 0 };
    expect(estimate([waits])).toMatchObject({ share: null, amount: null, isFinal: false, drawnCount: 5 });
    expect(estimate([waits, stratum(10, 10)])).toMatchObject({ share: { high: 0 }, isFinal: false });
  });
});

describe('the amount of error', () => {
  test('has an upper bound that does not collapse where no error was drawn', () => {
    const { amount } = estimate([stratum(1000, 100)]);
    // 1 − 0.025^(1 ÷ 100) = 3.62 % of 100 000 kr
    expect(amount).toMatchObject({ estimate: 0, low: 0 });
    expect(amount?.high).toBeCloseTo(10_000_000 * (1 - 0.025 ** 0.01), -1);
  });

  test('is bounded lower where less of each erroneous amount is wrong, and never under what was found', () => {
    const whole = estimate([stratum(1000, 100, 3)]).amount;
    const tenth = estimate([stratum(1000, 100, 3, 1000)]).amount;
    expect(tenth?.high).toBeLessThan(whole?.high ?? 0);
    expect(whole).toMatchObject({ estimate: 300_000, low: 30_000 });
    expect(tenth).toMatchObject({ estimate: 30_000, low: 3000 });
  });
});

describe('the effective size', () => {
  test('is the number drawn where all count alike and no error was drawn', () => {
    expect(
      effectiveSize([
        { frameCount: 50, drawnCount: 5, errorCount: 0 },
        { frameCount: 50, drawnCount: 5, errorCount: 0 },
      ]),
    ).toBe(10);
  });

  test('is lower with unequal weights: 2 and 18 to each make (10 × 20)² ÷ (10 × 328) of 20', () => {
    const strata = [
      { frameCount: 20, drawnCount: 10, errorCount: 0 },
      { frameCount: 180, drawnCount: 10, errorCount: 0 },
    ];
    expect(effectiveSize(strata)).toBeCloseTo(40_000 / 3280, 10);
  });
});

test('whatever was drawn: the estimate is within its interval, the interval within 0–1, the amount within its bounds', () => {
  const one = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), fc.nat({ max: 10_000 }))
    .map(([frame, drawn, errors, errorOre]) => {
      const drawnCount = 1 + (drawn % frame);
      return stratum(frame, drawnCount, errors % (drawnCount + 1), errorOre);
    });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (strata) => {
      const { share, amount, errorCount } = estimate(strata);
      if (share === null || amount === null) throw new Error('everything drawn is decided');
      expect(share.low).toBeGreaterThanOrEqual(0);
      expect(share.high).toBeLessThanOrEqual(1 + 1e-12);
      expect(share.estimate).toBeGreaterThanOrEqual(share.low - 1e-9);
      expect(share.estimate).toBeLessThanOrEqual(share.high + 1e-9);
      expect(amount.low).toBeLessThanOrEqual(amount.high);
      expect(amount.estimate).toBeLessThanOrEqual(amount.high);
      expect(share.low > 0).toBe(errorCount > 0);
    }),
  );
});
