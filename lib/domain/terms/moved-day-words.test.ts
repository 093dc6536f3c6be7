import { expect, test } from 'vitest';
import { movedDayInWords } from '#lib/domain/terms/moved-day-words.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const moved = {
  was: plainDate('2026-11-10'),
  dueOn: plainDate('2026-11-11'),
  because: [{ from: '2026-11-10T13:10:00Z', to: '2026-11-10T14:40:00Z' }],
};

test('a moved day says to when and why, by the clock in Sweden', () => {
  expect(movedDayInWords(moved, 'sv')).toBe(
    'Sista dagen flyttas till 11 november, för portalen låg nere den 10 november kl. 14.10–15.40.',
  );
  expect(movedDayInWords(moved, 'en')).toBe(
    'The last day moves to 11 November, as the portal was down on 10 November at 14:10–15:40.',
  );
});

test('a night is told with both days, several outages one after another', () => {
  const night = { from: '2026-11-09T22:30:00Z', to: '2026-11-10T06:00:00Z' };
  expect(movedDayInWords({ ...moved, because: [night, ...moved.because] }, 'sv')).toBe(
    'Sista dagen flyttas till 11 november, för portalen låg nere från den 9 november kl. 23.30 till den 10 november kl. 07.00 och den 10 november kl. 14.10–15.40.',
  );
});
