import { expect, test } from 'vitest';
import { periodEnd } from '#lib/domain/participant/own-rights.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const to = plainDate('2026-07-01');
const period = (number: 1 | 2) => ({ id: String(number), number, from: plainDate('2026-01-02'), to });

test.each([
  [
    'the first period can be followed by another',
    { to, end: null, periods: [period(1)] },
    'first',
    '2026-06-30',
  ],
  ['the second is the last', { to, end: null, periods: [period(1), period(2)] }, 'last', '2026-06-30'],
  [
    'an end that is decided is the end, the day before the first without',
    { to, end: plainDate('2026-05-01'), periods: [period(1)] },
    'ended',
    '2026-04-30',
  ],
] as const)('%s', (_, placement, kind, lastDay) => {
  expect(periodEnd(placement)).toEqual({ kind, lastDay });
});
