import { expect, it } from 'vitest';
import { paidOnFault } from '#lib/domain/payment/paid-on.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

it.each([
  ['2026-11-24', 'beforePayDay'],
  ['2026-11-25', null],
  ['2026-11-27', null],
  ['2026-11-28', 'inFuture'],
])('what is to be paid on 25 November, told on the 27th, can be paid on %s: %s', (paidOn, fault) => {
  expect(paidOnFault(plainDate(paidOn), plainDate('2026-11-25'), plainDate('2026-11-27'))).toBe(fault);
});

it('before the pay day itself nothing can have been paid', () => {
  const day = plainDate('2026-11-24');
  expect(paidOnFault(day, plainDate('2026-11-25'), day)).toBe('beforePayDay');
});
