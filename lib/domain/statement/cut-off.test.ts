import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOffFault, nextCutOff } from '#lib/domain/statement/cut-off.ts';
import termsExample from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { monthOf } from '#lib/shared/month.ts';
import { addDays, addMonths, fromEpochDay, plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-11-25');

describe('a cut-off', () => {
  it('is not ahead: what is not yet known is not paid', () => {
    expect(cutOffFault(plainDate('2026-11-26'), null, TODAY)).toBe('inFuture');
    expect(cutOffFault(TODAY, null, TODAY)).toBeNull();
  });

  it('comes after that of the latest run, which has finished', () => {
    const latest = { cutOff: plainDate('2026-10-24'), finished: true };
    expect(cutOffFault(plainDate('2026-10-24'), latest, TODAY)).toBe('notAfterLatest');
    expect(cutOffFault(plainDate('2026-10-23'), latest, TODAY)).toBe('notAfterLatest');
    expect(cutOffFault(plainDate('2026-10-25'), latest, TODAY)).toBeNull();
    expect(cutOffFault(plainDate('2026-11-24'), { ...latest, finished: false }, TODAY)).toBe(
      'latestUnfinished',
    );
  });
});

describe('the next cut-off', () => {
  it('is the day on which the reports of a month are in and decided', () => {
    // Reports of October are due on 10 November and decided within 14 days: 24 November.
    const latest = { cutOff: plainDate('2026-10-24'), finished: true };
    expect(nextCutOff(latest, TODAY, termsExample)).toEqual({ cutOff: '2026-11-24', month: '2026-10' });
  });

  it('before the first run is the last such day that has passed', () => {
    expect(nextCutOff(null, TODAY, termsExample)).toEqual({ cutOff: '2026-11-24', month: '2026-10' });
    expect(nextCutOff(null, plainDate('2026-11-23'), termsExample)).toEqual({
      cutOff: '2026-10-24',
      month: '2026-09',
    });
  });

  it('always lies after the latest and within a month of it', () => {
    const days = fc.integer({ min: 18_000, max: 30_000 }).map(fromEpochDay);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (cutOff, reviewDays) => {
        const terms = { ...termsExample, reviewDays };
        const next = nextCutOff({ cutOff, finished: true }, TODAY, terms);
        expect(next.cutOff > cutOff).toBe(true);
        expect(next.cutOff <= addDays(addMonths(cutOff, 1), 3)).toBe(true);
        expect(monthOf(next.cutOff) > next.month).toBe(true);
      }),
    );
  });
});
