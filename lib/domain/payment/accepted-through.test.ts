import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedThrough } from '#lib/domain/payment/accepted-through.ts';
import { payDayAfter, payDaysFrom } from '#lib/domain/statement/pay-day.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

describe('the last day to accept a statement for a pay day', () => {
  it.each([
    // Wednesday 25 November 2026: Tuesday and Wednesday are the two working days after Monday.
    ['2026-11-25', 2, '2026-11-23'],
    // Monday 25 January 2027: Friday and Monday.
    ['2027-01-25', 2, '2027-01-21'],
    // Christmas Eve is no bank day, so December's pay day is the 23rd: Tuesday and Wednesday.
    ['2026-12-23', 2, '2026-12-21'],
    ['2026-11-25', 0, '2026-11-25'],
  ])('of %s with a lead of %i working days is %s', (payDay, payLeadWorkdays, through) => {
    expect(acceptedThrough(plainDate(payDay), { payLeadWorkdays })).toBe(through);
  });

  it('is exactly where the pay day that an accepted statement joins changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 6 }),
        (offset, payDay, payLeadWorkdays) => {
          const terms = { payDay, payLeadWorkdays };
          const [day = plainDate('2026-01-02')] = payDaysFrom(
            addDays(plainDate('2010-03-01'), offset),
            1,
            terms,
          );
          const through = acceptedThrough(day, terms);
          expect(payDayAfter(through, terms)).toBe(day);
          expect(payDayAfter(addDays(through, 1), terms) > day).toBe(true);
        },
      ),
    );
  });
});
