import { expect, test } from 'vitest';
import type { AbsenceFact } from '#lib/domain/compensation/types.ts';
import { krom } from '#lib/domain/compensation/testing/given.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { reportAmount } from '#lib/domain/report/report-amount.ts';
import { FACTS } from '#lib/domain/report/testing/checked.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function amount(
  change: Parameters<typeof krom>[0],
  given: { readonly end?: string; readonly sent?: string; readonly absences?: readonly AbsenceFact[] } = {},
): number {
  const agreement = validateAgreement(krom(change));
  if (!agreement.ok) throw new Error('The example agreement is valid');
  const end = given.end === undefined ? null : plainDate(given.end);
  const placement = { level: 'B', periods: FACTS.periods, end, absences: given.absences ?? [] } as const;
  return reportAmount(agreement.value, placement, month('2026-03'), plainDate(given.sent ?? '2026-04-01'));
}

test('is the base pay of the month alone: 22 working days in March 2026 × 65 kr, level B', () => {
  expect(amount({})).toBe(22 * 6500);
});

test('counts the days before the end: 2–6 March are 5 working days', () => {
  expect(amount({}, { end: '2026-03-08', sent: '2026-03-08' })).toBe(5 * 6500);
});

test('adds up where the rate changes within the month: 11 days at 65 kr and 11 at 70 kr', () => {
  const rates = [
    { from: '2020-01-01', orePerDay: { A: 5500, B: 6500, C: 7500 } },
    { from: '2026-03-17', orePerDay: { A: 5500, B: 7000, C: 7500 } },
  ];
  expect(amount({ basePay: { rates } })).toBe(11 * 6500 + 11 * 7000);
});

test('is nothing where the agreement lets base pay lapse and the report comes too late', () => {
  expect(amount({ basePay: { lapsesAfterDays: 30 } }, { sent: '2026-04-30' })).toBe(22 * 6500);
  expect(amount({ basePay: { lapsesAfterDays: 30 } }, { sent: '2026-05-01' })).toBe(0);
});

// 10 March 2026 is a Tuesday, the 14th a Saturday.
test('leaves out days of absence whose cause the agreement does not pay for', () => {
  const away = (date: string, reason: 'sick' | 'unknown') => ({ date: plainDate(date), reason });
  const absences = [away('2026-03-10', 'unknown'), away('2026-03-14', 'unknown'), away('2026-03-11', 'sick')];
  expect(amount({ basePay: { noPayAbsences: ['unknown'] } }, { absences })).toBe(21 * 6500);
  expect(amount({}, { absences })).toBe(22 * 6500);
});
