import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { acceptBy, payDayAfter, payDayOf, payDaysFrom } from '#lib/domain/statement/pay-day.ts';
import { parseMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';
import { isWorkday, swedishBankCalendar } from '#lib/shared/workdays.ts';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n): PlainDate => addDays(plainDate('2010-01-01'), n));

describe('pay days', () => {
  it.each([
    ['2026-11', '2026-11-25', 'a Wednesday'],
    ['2026-12', '2026-12-23', 'the 25th is Christmas Day, and banks are closed on Christmas Eve'],
    ['2026-10', '2026-10-23', 'the 25th is a Sunday'],
    ['2027-03', '2027-03-25', 'Maundy Thursday'],
  ])('of %s is %s', (month, day) => {
    const parsed = parseMonth(month);
    if (parsed === null) throw new Error(month);
    expect(payDayOf(parsed, terms)).toBe(day);
  });

  it('are working days, one each month, in order', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const days = payDaysFrom(from, 12, terms);
        expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12);
        expect(days.toSorted()).toEqual(days);
        for (const day of days) {
          const year = Number(day.slice(0, 4));
          expect(day >= from && isWorkday(day, swedishBankCalendar([year]))).toBe(true);
        }
      }),
    );
  });

  it('leave the terms’ working days between acceptance and payment', () => {
    // 2026-11-23 is a Monday: two working days on is the 25th; on the Tuesday it is too late for November.
    expect(payDayAfter(plainDate('2026-11-23'), terms)).toBe('2026-11-25');
    expect(payDayAfter(plainDate('2026-11-24'), terms)).toBe('2026-12-23');
  });

  it('give a provider ten working days to answer', () => {
    expect(acceptBy(plainDate('2026-11-24'), terms)).toBe('2026-12-08');
    // Christmas Day, Boxing Day (a Saturday), New Year's Day and Epiphany are no working days.
    expect(acceptBy(plainDate('2026-12-22'), terms)).toBe('2027-01-08');
  });
});
