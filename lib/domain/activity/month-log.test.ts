import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FiledEntry, monthLogRows, weeksOf } from '#lib/domain/activity/month-log.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { month, monthFrom, periodOf } from '#lib/shared/month.ts';
import { days } from '#lib/shared/period.ts';
import { isoWeekday, plainDate } from '#lib/shared/plain-date.ts';

test('a month begins in the week of its first day and ends in that of its last', () => {
  // 1 November 2026 is a Sunday, 30 November a Monday: six weeks.
  const weeks = weeksOf(month('2026-11'));
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
});

test('every day of every month stands once, under its own weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2150 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const of = monthFrom(year, number);
      const shown = weeksOf(of).flat();
      const dates = shown.filter((day) => day !== null);
      expect(dates).toHaveLength(days(periodOf(of)));
      expect(new Set(dates).size).toBe(dates.length);
      const columns = shown.flatMap((day, index) => (day === null ? [] : [[day, (index % 7) + 1]]));
      expect(columns).toEqual(dates.map((day) => [day, isoWeekday(day)]));
    }),
  );
});

test('a file of the log cannot begin a formula', () => {
  const entry: FiledEntry = {
    id: '1',
    version: 1,
    date: plainDate('2026-11-12'),
    activity: 'mapping',
    form: 'onSite',
    minutes: 60,
    language: null,
    note: '=HYPERLINK("http://x")',
    coachName: '@Coach',
    participantId: '2',
    participantName: '+Omar',
    reference: '300123456',
    officeName: 'Centrum',
  };
  expect(csvText(monthLogRows([entry])).split('\r\n')[1]).toBe(
    `2026-11-12;'+Omar;300123456;Centrum;Kartläggning;på plats;60;;'@Coach;"'=HYPERLINK(""http://x"")"`,
  );
});
