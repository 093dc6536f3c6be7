import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualHours } from '#lib/domain/report/usual-hours.ts';

const TERMS = { unlikelyLevelTenths: 40 };
/** Eight hours in thirty days: √480 ≈ 21.91. */
const EIGHT_HOURS = { reports: 100, median: Math.sqrt(480), deviation: 3 };

describe('what support is usual for a level', () => {
  test('reaches as far as four robust standard deviations of the roots', () => {
    // 21.909 ± 4 × 1.4826 × 3 = 4.118 … 39.700; squared: 16.96 … 1 576.1
    expect(usualHours({ office: EIGHT_HOURS, area: EIGHT_HOURS, serviceDays: 30 }, TERMS)).toEqual({
      least: 17,
      most: 1576,
      median: 480,
    });
  });

  test('is of the days of service', () => {
    expect(usualHours({ office: EIGHT_HOURS, area: EIGHT_HOURS, serviceDays: 15 }, TERMS)).toMatchObject({
      most: 788,
      median: 240,
    });
  });

  test('is as wide as the wider of office and area: far from one alone is not far', () => {
    const area = { reports: 1000, median: 30, deviation: 3 };
    const { most: ofBoth = 0, least = 0 } =
      usualHours({ office: EIGHT_HOURS, area, serviceDays: 30 }, TERMS) ?? {};
    expect(ofBoth).toBe(Math.floor((30 + 4 * 1.4826 * 3) ** 2));
    expect(least).toBe(17);
  });

  test.each([
    ['a short history of the office', { office: { ...EIGHT_HOURS, reports: 19 } }],
    ['none of it', { office: null }],
    ['a short history of the area', { area: { ...EIGHT_HOURS, reports: 49 } }],
    ['a short month', { serviceDays: 14 }],
  ])('is not known with %s', (_, given) => {
    const known = { office: EIGHT_HOURS, area: EIGHT_HOURS, serviceDays: 30 };
    expect(usualHours({ ...known, ...given }, TERMS)).toBeNull();
  });

  test('has some width also where all have been alike, and its median within it', () => {
    const seed = Date.now();
    const history = fc.record({
      reports: fc.integer({ min: 50, max: 5000 }),
      median: fc.double({ min: 4, max: 80, noNaN: true }),
      deviation: fc.double({ min: 0, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(history, history, fc.integer({ min: 15, max: 31 }), (office, area, serviceDays) => {
        const usual = usualHours({ office, area, serviceDays }, TERMS);
        expect(usual).not.toBeNull();
        expect(usual?.most ?? 0).toBeGreaterThanOrEqual(usual?.median ?? 1);
        expect(usual?.least ?? 1).toBeLessThanOrEqual(usual?.median ?? 0);
        // A stricter limit is never wider.
        const stricter = usualHours({ office, area, serviceDays }, { unlikelyLevelTenths: 20 });
        expect(stricter?.most ?? 0).toBeLessThanOrEqual(usual?.most ?? 0);
      }),
      { seed },
    );
  });
});
