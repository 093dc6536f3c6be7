import { expect, test } from 'vitest';
import { drawDay } from '#lib/domain/sampling/draw-day.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

test.each([
  // Due on Monday 10 February
  ['2025-01', 10, 1, '2025-02-11'],
  ['2025-01', 10, 2, '2025-02-28'],
  // Due on Friday 10 October
  ['2025-09', 10, 1, '2025-10-13'],
  // Due on 5 January; the 6th is Epiphany
  ['2025-12', 5, 1, '2026-01-07'],
  ['2025-12', 5, 2, '2026-01-31'],
] as const)('%s, due on the %dth: draw %d is made on %s', (of, reportDueDay, draw, on) => {
  expect(drawDay(month(of), draw, { reportDueDay })).toBe(on);
});

test('a due day that moved after downtime moves the first draw, and the second where it would come before', () => {
  const dueOn = plainDate('2025-03-05');
  const movedDueDays = { [month('2025-01')]: { was: plainDate('2025-02-28'), dueOn, because: [] } };
  expect(drawDay(month('2025-01'), 1, { reportDueDay: 28, movedDueDays })).toBe('2025-03-06');
  expect(drawDay(month('2025-01'), 2, { reportDueDay: 28, movedDueDays })).toBe('2025-03-06');
});
