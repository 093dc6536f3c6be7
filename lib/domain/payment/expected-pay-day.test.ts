import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedPayDay } from '#lib/domain/payment/expected-pay-day.ts';
import { decideBy, reportDueOn, type Terms, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { month } from '#lib/shared/month.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const TERMS: Terms = {
  ...TERMS_SINCE_STATEMENTS,
  reportDueDay: 10,
  minuteStep: 15,
  reviewDays: 14,
  choiceWorkdays: 5,
  switchWorkdays: 5,
  planDays: 5,
  leastSupportMinutesPerWeek: { firstPeriod: 60, secondPeriod: 120 },
  onSitePermille: 500,
  mostSupportMinutesPerDay: 480,
  otherActorMonths: 3,
  flagWeightPermille: {},
};

describe('the pay day that a report can count on', () => {
  it.each([
    // Due 10 November, decided by the 24th. Two bank days later is the 26th: December's pay day, which Christmas makes the 23rd.
    ['2026-10', '2026-11-04', { cutOff: '2026-11-24', earliest: '2026-12-23', bySilence: '2026-12-23' }],
    ['2026-10', '2026-11-10', { cutOff: '2026-11-24', earliest: '2026-12-23', bySilence: '2026-12-23' }],
    // A day late: decided by 25 November, after the cut-off; it comes with the next, 24 December.
    ['2026-10', '2026-11-11', { cutOff: '2026-12-24', earliest: '2027-01-25', bySilence: '2027-01-25' }],
  ])('for %s sent on %s', (of, sentOn, expected) => {
    expect(expectedPayDay(month(of), TERMS, plainDate(sentOn))).toEqual(expected);
  });

  it('is earlier for who answers at once, where the pay day lies within the time to answer', () => {
    // Decided by 20 November; accepted then it is paid on the 25th, by silence (4 December) on 23 December.
    expect(expectedPayDay(month('2026-10'), { ...TERMS, reviewDays: 10 }, plainDate('2026-11-10'))).toEqual({
      cutOff: '2026-11-20',
      earliest: '2026-11-25',
      bySilence: '2026-12-23',
    });
  });

  it('never comes before the review is over, and silence never pays before an answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 28 }),
        (year, number, late, payDay) => {
          const of = month(`${year}-${String(number).padStart(2, '0')}`);
          const terms = { ...TERMS, payDay };
          const sentOn = addDays(reportDueOn(of, terms), late - 9);
          const { cutOff, earliest, bySilence } = expectedPayDay(of, terms, sentOn);
          expect(cutOff >= decideBy(sentOn, terms)).toBe(true);
          expect(earliest > cutOff).toBe(true);
          expect(bySilence >= earliest).toBe(true);
        },
      ),
    );
  });
});
