import { expect, test } from 'vitest';
import { busiestDay, type LogEntry, monthFromLog } from '#lib/domain/report/month-from-log.ts';
import { EMPTY_CONTENT } from '#lib/domain/report/report-content.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const entry: LogEntry = {
  date: plainDate('2026-03-02'),
  activity: 'individualMeeting',
  form: 'onSite',
  minutes: 45,
  language: null,
};

test('the month is the sum of its log by activity and form', () => {
  const { rows } = monthFromLog([
    { ...entry, activity: 'mapping' },
    entry,
    { ...entry, date: plainDate('2026-03-16'), minutes: 60 },
    { ...entry, form: 'phone', minutes: 15 },
  ]);
  expect(rows).toEqual([
    { activity: 'individualMeeting', form: 'onSite', minutes: 105 },
    { activity: 'individualMeeting', form: 'phone', minutes: 15 },
    { activity: 'mapping', form: 'onSite', minutes: 45 },
  ]);
});

test('language support is the language of most minutes of support that are not in Swedish', () => {
  const { languageSupport } = monthFromLog([
    { ...entry, minutes: 300, language: 'sv' },
    { ...entry, language: 'so' },
    { ...entry, language: 'ar', minutes: 60 },
    { ...entry, activity: 'ownWork', language: 'ti', minutes: 600 },
  ]);
  expect(languageSupport).toBe('ar');
  expect(monthFromLog([{ ...entry, language: 'sv' }]).languageSupport).toBeNull();
});

test('an empty log is an empty month', () => {
  expect(monthFromLog([])).toEqual(EMPTY_CONTENT);
});

test('the busiest day counts support only', () => {
  const next = { ...entry, date: plainDate('2026-03-03') };
  expect(busiestDay([entry, entry, next, { ...next, activity: 'ownWork', minutes: 600 }])).toEqual({
    date: '2026-03-02',
    minutes: 90,
  });
  expect(busiestDay([{ ...entry, activity: 'ownWork' }])).toBeNull();
});
