import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountOn,
  accountValidFrom,
  formatAccount,
  maskedAccount,
} from '#lib/domain/payment/bank-account.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';
import { isWorkday, swedishBankCalendar } from '#lib/shared/workdays.ts';

describe('a confirmed account waits for whole working days', () => {
  it.each([
    // Confirmed on a Monday: Tuesday is waited through, Wednesday is the first day.
    ['2026-11-23', 1, '2026-11-25'],
    // On a Friday: Monday is waited through.
    ['2026-11-27', 1, '2026-12-01'],
    // On 23 December: the next bank days are the 28th and, with two to wait for, the 29th.
    ['2026-12-23', 2, '2026-12-30'],
    // Never on the day itself, whatever the terms say.
    ['2026-11-23', 0, '2026-11-25'],
  ])('%s with %i to wait for: in force from %s', (confirmedOn, bankWaitWorkdays, from) => {
    expect(accountValidFrom(plainDate(confirmedOn), { bankWaitWorkdays })).toBe(from);
  });

  it('with a working day between, on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 5 }), (offset, waits) => {
        const confirmedOn = addDays(plainDate('2010-01-01'), offset);
        const from = accountValidFrom(confirmedOn, { bankWaitWorkdays: waits });
        const calendar = swedishBankCalendar([confirmedOn, from].map((day) => Number(day.slice(0, 4))));
        let between = 0;
        for (let day = addDays(confirmedOn, 1); day < from; day = addDays(day, 1))
          if (isWorkday(day, calendar)) between += 1;
        expect(between).toBe(Math.max(1, waits));
      }),
    );
  });
});

describe('which account is paid to', () => {
  const of = (status: 'confirmed' | 'requested' | 'refused', from: string | null) => ({
    status,
    validFrom: from === null ? null : plainDate(from),
  });
  const old = of('confirmed', '2026-01-02');
  const coming = of('confirmed', '2026-11-25');
  it('is the last in force, from its first day on', () => {
    const accounts = [coming, of('requested', null), old, of('refused', null)];
    expect(accountOn(accounts, plainDate('2026-11-24'))).toBe(old);
    expect(accountOn(accounts, plainDate('2026-11-25'))).toBe(coming);
    expect(accountOn(accounts, plainDate('2025-12-31'))).toBeNull();
  });
});

describe('what is shown of an account', () => {
  it('is in groups where all of it is', () => {
    expect(formatAccount({ clearingNumber: '6000', accountNumber: '123456789' })).toBe(
      '6000-123\u00A0456\u00A0789',
    );
  });
  it('is at most its last four digits, and never more than half, where it is hidden', () => {
    expect(maskedAccount({ accountNumber: '123456789' })).toBe('•••• 6789');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{2,12}$/), (accountNumber) => {
        const shown = maskedAccount({ accountNumber }).replaceAll(/\D/g, '');
        expect(accountNumber.endsWith(shown)).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(Math.min(4, accountNumber.length / 2));
      }),
    );
  });
});
