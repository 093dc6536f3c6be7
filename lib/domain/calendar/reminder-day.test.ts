import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deadline } from '#lib/domain/calendar/deadline.ts';
import { isFirstWorkday, reminderOn } from '#lib/domain/calendar/reminder-day.ts';
import { month } from '#lib/shared/month.ts';
import { addDays, isoWeekday, plainDate } from '#lib/shared/plain-date.ts';
import { isWorkday, swedishCalendar } from '#lib/shared/workdays.ts';

const due = (dueOn: string, left = 3): Deadline => ({
  kind: 'month',
  month: month('2026-10'),
  dueOn: plainDate(dueOn),
  participants: 5,
  left,
  moved: null,
});
const on = (today: string, ...deadlines: readonly Deadline[]) => reminderOn(plainDate(today), deadlines);
const plan: Deadline = { kind: 'plan', dueOn: plainDate('2026-11-30'), count: 2 };

test.each([
  ['on Monday, where anything is left', '2026-11-02', [plan], 'week'],
  ['not on Monday where nothing is', '2026-11-02', [], null],
  ['not on other days', '2026-11-03', [plan], null],
  ['on Tuesday where Monday is Easter Monday', '2026-04-07', [plan], 'week'],
  ['not on Easter Monday', '2026-04-06', [plan], null],
  // Tuesday the 10th: Monday the 9th is one working day before, Thursday the 5th three.
  ['three working days before the last day', '2026-11-05', [due('2026-11-10')], 'soon'],
  ['not where all is sent', '2026-11-05', [due('2026-11-10', 0)], null],
  // Wednesday 7 January: the 6th is Epiphany, the 1st New Year. The 5th, the 2nd and 31 December.
  ['three working days before, over holidays', '2025-12-31', [due('2026-01-07')], 'soon'],
])('%s', (_, today, deadlines, why) => {
  expect(on(today, ...deadlines)).toBe(why);
});

test('every week has one first working day, and none before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), (offset) => {
      const day = addDays(plainDate('2010-01-04'), offset);
      const monday = addDays(day, 1 - isoWeekday(day));
      const week = [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(monday, after));
      const calendar = swedishCalendar([2009, ...Array.from({ length: 28 }, (_, n) => 2010 + n)]);
      const first = week.find((date) => isWorkday(date, calendar));
      expect(week.filter(isFirstWorkday)).toEqual([first]);
    }),
  );
});
