import { describe, expect, it } from 'vitest';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { leastSupport } from '#lib/domain/report/least-support.ts';
import { inGroupOrder } from '#lib/domain/report/month-group.ts';
import { FACTS } from '#lib/domain/report/testing/checked.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { plainDate } from '#lib/shared/plain-date.ts';

describe("a month's participants", () => {
  it('come in the order of what needs a person most, and else as they came', () => {
    const states = ['approved', 'ready', 'notStarted', 'warned', 'draft', 'returned', 'blocked'] as const;
    expect(inGroupOrder(states.map((state) => ({ state }))).map(({ state }) => state)).toEqual([
      'blocked',
      'returned',
      'warned',
      'notStarted',
      'draft',
      'ready',
      'approved',
    ]);
  });

  it('have hours as in a table', () => {
    expect([0, 45, 125, 18_120].map(hoursAsClock)).toEqual(['0:00', '0:45', '2:05', '302:00']);
  });
});

describe('the least support of a month', () => {
  it('is an hour a week in the first period: 31 days are 265 minutes and five sevenths', () => {
    // 60 × 31 ÷ 7 = 265.71…, told as 266.
    expect(leastSupport(FACTS, terms)).toEqual({ timesSeven: 1860, minutes: 266, serviceDays: 31 });
  });

  it('goes by each period of its own, and only by the days of service', () => {
    const periods = [
      { number: 1, from: plainDate('2026-01-02'), to: plainDate('2026-03-11') },
      { number: 2, from: plainDate('2026-03-11'), to: plainDate('2026-09-07') },
    ];
    // 10 days × 60 + 7 days × 120 = 1 440; ÷ 7 = 205.7…
    const facts = { ...FACTS, periods, end: plainDate('2026-03-18') };
    expect(leastSupport(facts, terms)).toEqual({ timesSeven: 1440, minutes: 206, serviceDays: 17 });
  });
});
