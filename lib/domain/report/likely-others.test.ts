import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialQuantile, likelyOthers } from '#lib/domain/report/likely-others.ts';

const NEVER = { same: null, reports: 0 };

describe('the quantile', () => {
  test.each([
    // P(X > 0) = 1 − 0.99²⁰ = 0.18; P(X > 1) = 0.017; P(X > 2) = 0.0010; P(X > 3) = 0.000043
    [20, 0.01, 1e-4, 3],
    [20, 0.01, 0.01, 2],
    [20, 0, 1e-4, 0],
    [20, 1, 1e-4, 20],
    [0, 0.5, 1e-4, 0],
    // All but one in 2¹⁴ are surpassed.
    [14, 0.5, 1e-4, 13],
    [13, 0.5, 1e-4, 13],
  ])('of %i tries of share %d, surpassed in less than %d, is %i', (n, p, chance, most) => {
    expect(binomialQuantile(n, p, chance)).toBe(most);
  });

  test('is what adding up the terms gives, and holds for thousands of tries', () => {
    const choose = (n: number, k: number): number =>
      Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1);
    const seed = Date.now();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        (n, p) => {
          const k = binomialQuantile(n, p, 1e-4);
          const above = (from: number) =>
            Array.from({ length: n - from }, (_, i) => from + 1 + i)
              .map((j) => choose(n, j) * p ** j * (1 - p) ** (n - j))
              .reduce((sum, term) => sum + term, 0);
          expect(above(k)).toBeLessThan(1.0001e-4);
          expect(k === 0 || above(k - 1) > 0.9999e-4).toBe(true);
        },
      ),
      { seed },
    );
    expect(binomialQuantile(5000, 0.5, 1e-4)).toBeGreaterThan(2600);
    expect(binomialQuantile(5000, 0.5, 1e-4)).toBeLessThan(2700);
  });
});

describe('how many others can have the same hours by chance', () => {
  test('is few where there are many rows, and many where there is one', () => {
    const of = (rows: number) => likelyOthers({ others: 40, rows, office: NEVER, area: NEVER });
    const likely = [1, 2, 3, 4, 5].map(of);
    expect(likely).toEqual(likely.toSorted((a, b) => b - a));
    expect(of(1)).toBeGreaterThan(25);
    expect(of(4)).toBeLessThan(5);
  });

  test('is many where the office has had so for long, as where a group does the same each month', () => {
    const area = { same: 300, reports: 6000 };
    const given = { others: 40, rows: 3, area };
    expect(likelyOthers({ ...given, office: { same: 240, reports: 480 } })).toBeGreaterThan(25);
    expect(likelyOthers({ ...given, office: { same: null, reports: 480 } })).toBeLessThan(5);
  });

  test('never falls when more of the history has the same hours', () => {
    const seed = Date.now();
    const reports = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(
        fc.record({ others: fc.integer({ min: 0, max: 300 }), rows: fc.integer({ min: 1, max: 12 }) }),
        reports,
        reports,
        fc.integer({ min: 2, max: 3000 }),
        fc.integer({ min: 0, max: 500 }),
        (given, office, area, same, more) => {
          const likely = (times: number) =>
            likelyOthers({
              ...given,
              office: { same: Math.min(times, office), reports: office },
              area: { same: Math.min(times, area), reports: area },
            });
          expect(likely(same)).toBeGreaterThanOrEqual(0);
          expect(likely(same + more)).toBeGreaterThanOrEqual(likely(same));
          expect(likely(same + more)).toBeLessThanOrEqual(given.others);
        },
      ),
      { seed },
    );
  });
});
