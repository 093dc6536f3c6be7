import { expect, test } from 'vitest';
import { reminderDue } from '#lib/domain/choice/reminders.ts';
import { TERMS_SINCE_CHOICE } from '#lib/domain/terms/terms.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

// Monday 11 May 2026; Ascension Day is Thursday the 14th. Five working days: Tuesday the 19th.
const decision = { arrivedOn: plainDate('2026-05-11'), chooseBy: plainDate('2026-05-19') };

test.each([
  ['the day it arrives', '2026-05-11', null],
  ['one working day later', '2026-05-12', null],
  ['after two', '2026-05-13', 2],
  ['on the holiday', '2026-05-14', 2],
  ['after three', '2026-05-15', 2],
  ['over the weekend', '2026-05-17', 2],
  ['after four', '2026-05-18', 4],
  ['on the last day', '2026-05-19', 4],
  ['when the time has passed', '2026-05-20', null],
])('%s (%s) the reminder due is %s', (_when, today, due) => {
  expect(reminderDue(plainDate(today), decision, TERMS_SINCE_CHOICE)?.workdays ?? null).toBe(due);
});

test('the days are the terms’, and the later one is the last', () => {
  const terms = { choiceReminderWorkdays: 1, choiceLastReminderWorkdays: 3 };
  expect(reminderDue(plainDate('2026-05-12'), decision, terms)).toEqual({ workdays: 1, isLast: false });
  expect(reminderDue(plainDate('2026-05-15'), decision, terms)).toEqual({ workdays: 3, isLast: true });
});
