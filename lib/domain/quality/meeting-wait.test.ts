import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestWait, meetingDue } from '#lib/domain/quality/meeting-wait.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const march = { from: plainDate('2026-03-01'), to: plainDate('2026-04-01') };
const series = (since: string, ...held: readonly string[]) => ({
  since: plainDate(since),
  held: held.map((day) => plainDate(day)),
});

test.each([
  ['to a meeting', series('2026-03-01', '2026-03-12', '2026-03-31'), { after: '2026-03-12', days: 19 }],
  ['to the last day', series('2026-03-01', '2026-03-12'), { after: '2026-03-12', days: 19 }],
  [
    'from before the month',
    series('2026-02-01', '2026-03-12', '2026-03-20'),
    { after: '2026-02-01', days: 39 },
  ],
  [
    'not one that ended before it',
    series('2026-01-01', '2026-02-28', '2026-03-10', '2026-03-20'),
    { after: '2026-03-20', days: 11 },
  ],
  ['none in a series that begins after it', series('2026-04-02'), null],
])('the longest wait that goes into some days: %s', (_, given, expected) => {
  expect(longestWait(given, march)).toEqual(expected);
});

test('nobody waits longer than until the day after which a meeting was overdue, and one more meeting never lengthens a wait', () => {
  const day = fc.integer({ min: 0, max: 58 }).map((n) => addDays(plainDate('2026-02-01'), n));
  const seed = Date.now();
  fc.assert(
    fc.property(
      fc.uniqueArray(day, { maxLength: 8 }),
      day,
      fc.integer({ min: 1, max: 40 }),
      (days, more, every) => {
        const since = plainDate('2026-02-01');
        const wait = longestWait({ since, held: days.toSorted() }, march);
        const fewer = longestWait({ since, held: [...new Set([...days, more])].toSorted() }, march);
        expect(fewer?.days ?? 0).toBeLessThanOrEqual(wait?.days ?? 0);
        const isLate = wait !== null && addDays(wait.after, wait.days) > meetingDue(wait.after, every);
        expect(isLate).toBe((wait?.days ?? 0) > every);
      },
    ),
    { seed },
  );
});
