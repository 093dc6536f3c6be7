import { describe, expect, test } from 'vitest';
import { entryFaults, type LogDay, type NewEntry } from '#lib/domain/activity/log-entry.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const rules = { minuteStep: 15, mostSupportMinutesPerDay: 480, today: plainDate('2026-03-16') };
const day: LogDay = {
  participantName: 'Elis Mönsterman',
  from: plainDate('2026-01-02'),
  to: plainDate('2026-07-01'),
  reportedMonths: new Set([month('2026-02')]),
  supportMinutes: 0,
};
const entry: NewEntry = {
  date: plainDate('2026-03-09'),
  activity: 'mapping',
  form: 'onSite',
  minutes: 60,
  language: null,
  note: '',
};

function codes(change: Partial<NewEntry>, other: Partial<LogDay> = {}): readonly string[] {
  return entryFaults({ ...entry, ...change }, { ...day, ...other }, rules).map(
    ({ field, code }) => `${field} ${code}`,
  );
}

describe('an entry of the log', () => {
  test('is made today or for a day that has been', () => {
    expect(codes({ date: plainDate('2026-03-16') })).toEqual([]);
    expect(codes({ date: plainDate('2026-03-17') })).toEqual(['date entryInFuture']);
  });

  test('is on a day when the participant was with the provider', () => {
    expect(codes({ date: plainDate('2026-01-02') })).toEqual([]);
    expect(codes({ date: plainDate('2026-01-01') })).toEqual(['date entryOutsidePlacement']);
    expect(codes({}, { to: plainDate('2026-03-09') })).toEqual(['date entryOutsidePlacement']);
  });

  test('is not in a month that is sent', () => {
    expect(codes({ date: plainDate('2026-02-27') })).toEqual(['date entryInReportedMonth']);
  });

  test.each([0, 10, 20, -15, 7.5, 1455])('is not of %s minutes', (minutes) => {
    expect(codes({ minutes })).toEqual(['minutes entryMinutes']);
  });

  test('does not bring the day over 8 hours of support; own work is not support', () => {
    expect(codes({}, { supportMinutes: 420 })).toEqual([]);
    expect(codes({ minutes: 75 }, { supportMinutes: 420 })).toEqual(['minutes IMPOSSIBLE_TIME']);
    expect(codes({ activity: 'ownWork', minutes: 600 }, { supportMinutes: 420 })).toEqual([]);
  });

  test('has a form, unless it is own work', () => {
    expect(codes({ form: null })).toEqual(['form formMissing']);
    expect(codes({ activity: 'ownWork', form: null })).toEqual([]);
  });

  test.each(['19810626-2390', '198106262390', 'gäller 810626-2390.', '810626 2390'])(
    'has no identity number in its note: %s',
    (note) => {
      expect(codes({ note })).toEqual(['note identityNumberInNote']);
    },
  );

  test.each(['Ring 0455-12 34 56', 'Referens 303402827', 'CV klart 2026-03-09, 45 minuter'])(
    'may have other numbers in its note: %s',
    (note) => {
      expect(codes({ note })).toEqual([]);
    },
  );
});
