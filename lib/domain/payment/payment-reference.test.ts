import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentReference } from '#lib/domain/payment/payment-reference.ts';
import { fromEpochDay, plainDate } from '#lib/shared/plain-date.ts';

const orgNo = fc.integer({ min: 0, max: 9_999_999_999 }).map((n) => String(n).padStart(10, '0'));
const cutOff = fc.integer({ min: 0, max: 40_000 }).map(fromEpochDay);

/** Whether a row of digits passes the modulus-10 check, counted from the right as its definition says. */
function passes(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    const digit = Number(digits.at(-place));
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled % 10 === doubled ? doubled : 1 + (doubled % 10);
  }
  return sum % 10 === 0;
}

describe('the reference of a payment', () => {
  it('is organisation number, cut-off and a check digit', () => {
    // Every other digit doubled, from the right: 8+2+2+1+3+2+0+2+6+9+5+0+3+3+0+6+1+5 = 58, and 2 makes it 60.
    const reference = paymentReference({ orgNo: '5560360793', cutOff: plainDate('2026-11-24') });
    expect(reference).toBe('5560360793202611242');
    expect(passes(reference)).toBe(true);
  });

  it('passes the check that banks make, and fails it with any one digit changed', () => {
    fc.assert(
      fc.property(orgNo, cutOff, fc.nat(18), fc.integer({ min: 1, max: 9 }), (number, day, at, change) => {
        const reference = paymentReference({ orgNo: number, cutOff: day });
        const wrong = reference.replace(/\d/g, (digit, place: number) =>
          place === at ? String((Number(digit) + change) % 10) : digit,
        );
        expect(passes(reference)).toBe(true);
        expect(passes(wrong)).toBe(false);
      }),
    );
  });

  it('is one for each provider and cut-off', () => {
    fc.assert(
      fc.property(orgNo, cutOff, orgNo, cutOff, (a, b, c, d) => {
        const same = paymentReference({ orgNo: a, cutOff: b }) === paymentReference({ orgNo: c, cutOff: d });
        expect(same).toBe(a === c && b === d);
      }),
    );
  });
});
