import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaQuantile, clopperPearson, lnGamma, regularisedBeta } from '#lib/domain/sampling/beta.ts';

test.each([
  [1, 0],
  [2, 0],
  [0.5, Math.log(Math.sqrt(Math.PI))],
  // 4! = 24
  [5, Math.log(24)],
  // 9! = 362 880
  [10, Math.log(362_880)],
])('ln Γ(%d) is %d', (x, expected) => {
  expect(lnGamma(x)).toBeCloseTo(expected, 12);
});

test.each([
  // Uniform: I(x; 1, 1) = x
  [0.3, 1, 1, 0.3],
  // I(x; 2, 1) = x²
  [0.3, 2, 1, 0.09],
  // I(x; 1, 3) = 1 − (1 − x)³
  [0.2, 1, 3, 0.488],
  // By symmetry
  [0.5, 7.5, 7.5, 0.5],
  // P(at least 3 of 10 with 0.25) = 0.474407…
  [0.25, 3, 8, 0.474_407_196_044_921_9],
])('I(%d; %d, %d) is %d', (x, a, b, expected) => {
  expect(regularisedBeta(x, a, b)).toBeCloseTo(expected, 12);
});

test('the quantile is where the distribution has that share below it', () => {
  const shape = fc.double({ min: 1, max: 400, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
      expect(regularisedBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 5);
    }),
  );
});

// The tables of Clopper and Pearson (Biometrika 1934) and of R's binom.test.
test.each([
  [0, 10, 0, 0.308_497],
  [1, 10, 0.002_529, 0.445_016],
  [5, 10, 0.187_086, 0.812_914],
  [10, 10, 0.691_503, 1],
  [2, 100, 0.002_431, 0.070_384],
  [0, 59, 0, 0.060_606],
  [20, 1000, 0.012_258, 0.030_719],
])('%d errors of %d are %d–%d with 95 %%', (errors, size, low, high) => {
  const found = clopperPearson(errors, size);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test('the interval holds what was seen, and is narrower the more is drawn', () => {
  const drawn = fc
    .integer({ min: 1, max: 500 })
    .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size })));
  fc.assert(
    fc.property(drawn, ([size, errors]) => {
      const seen = clopperPearson(errors, size);
      expect(seen.low).toBeLessThanOrEqual(errors / size);
      expect(seen.high).toBeGreaterThanOrEqual(errors / size);
      const more = clopperPearson(errors * 4, size * 4);
      expect(more.high - more.low).toBeLessThanOrEqual(seen.high - seen.low);
    }),
  );
});
