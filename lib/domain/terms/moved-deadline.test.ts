import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Outage, startOfDay } from '#lib/domain/availability/outage.ts';
import { movedDay, movedDueDays } from '#lib/domain/terms/moved-deadline.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import { month } from '#lib/shared/month.ts';
import { addDays, plainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';
import { isWorkday, swedishCalendar } from '#lib/shared/workdays.ts';

const LEAST = 15;
const outage = (from: string, to: string): Outage => ({ from, to });
const moved = (was: string, ...outages: Outage[]) => movedDay(plainDate(was), outages, LEAST)?.dueOn ?? null;

describe('a last day after downtime', () => {
  // 10 November 2026 is a Tuesday; Sweden is one hour ahead of UTC.
  const down = outage('2026-11-10T13:10:00Z', '2026-11-10T14:40:00Z');

  test('moves to the next working day, and says why', () => {
    expect(movedDay(plainDate('2026-11-10'), [down], LEAST)).toEqual({
      was: '2026-11-10',
      dueOn: '2026-11-11',
      because: [down],
    });
  });

  test.each([
    ['at least 15 minutes: 14 are too few', '2026-11-10T12:00:00Z', '2026-11-10T12:14:59Z', null],
    ['15 are enough', '2026-11-10T12:00:00Z', '2026-11-10T12:15:00Z', '2026-11-11'],
    ['what was over before the day began is too early', '2026-11-09T20:00:00Z', '2026-11-09T23:00:00Z', null],
    ['of a night only the part after midnight counts', '2026-11-09T20:00:00Z', '2026-11-09T23:14:00Z', null],
    ['what began when the day had ended is too late', '2026-11-10T23:00:00Z', '2026-11-11T03:00:00Z', null],
    ['the last quarter of the day counts', '2026-11-10T22:45:00Z', '2026-11-10T23:00:00Z', '2026-11-11'],
  ])('%s', (_, from, to, dueOn) => {
    expect(moved('2026-11-10', outage(from, to))).toBe(dueOn);
  });

  test('several short ones of a day are added up', () => {
    const short = (hour: string) => outage(`2026-11-10T${hour}:00:00Z`, `2026-11-10T${hour}:08:00Z`);
    expect(moved('2026-11-10', short('08'))).toBeNull();
    expect(moved('2026-11-10', short('08'), short('09'))).toBe('2026-11-11');
  });

  test('moves again where the portal was down on the new day too', () => {
    expect(moved('2026-11-10', down, outage('2026-11-11T08:00:00Z', '2026-11-11T09:00:00Z'))).toBe(
      '2026-11-12',
    );
  });

  test.each([
    ['over a weekend', '2026-07-10T10:00:00Z', '2026-07-10', '2026-07-13'],
    ['over Epiphany', '2026-01-05T10:00:00Z', '2026-01-05', '2026-01-07'],
    ['from a Saturday to Monday', '2026-10-10T10:00:00Z', '2026-10-10', '2026-10-12'],
    ['over New Year', '2026-12-31T10:00:00Z', '2026-12-31', '2027-01-04'],
  ])('%s', (_, from, was, dueOn) => {
    expect(moved(was, outage(from, from.replace('T10', 'T12')))).toBe(dueOn);
  });

  test('on days when clocks change the last 24 hours are still 24', () => {
    // 25 October 2026 has 25 hours in Sweden: its first, 00–01 summer time (22–23 UTC), is not among the last 24.
    expect(moved('2026-10-25', outage('2026-10-24T22:00:00Z', '2026-10-24T23:00:00Z'))).toBeNull();
    expect(moved('2026-10-25', outage('2026-10-24T23:00:00Z', '2026-10-25T00:00:00Z'))).toBe('2026-10-26');
    // 29 March 2026 has 23: the last 24 begin at 23.00 the day before (22 UTC).
    expect(moved('2026-03-29', outage('2026-03-28T22:00:00Z', '2026-03-28T23:00:00Z'))).toBe('2026-03-30');
  });

  test('is never earlier, and a working day wherever it moved', () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: -2, max: 3 }),
        (at, minutes, off) => {
          const was = addDays(plainDateFromDate(new Date(at)), off);
          const given = outage(new Date(at).toISOString(), new Date(at + minutes * 60_000).toISOString());
          const day = movedDay(was, [given], LEAST);
          const calendar = swedishCalendar([2025, 2026, 2027]);
          expect(day === null || (day.dueOn > was && isWorkday(day.dueOn, calendar))).toBe(true);
        },
      ),
    );
  });
});

test('a Swedish day begins at midnight there, summer and winter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const date = addDays(plainDate('2000-01-01'), days);
      const begins = startOfDay(date);
      expect(plainDateFromDate(new Date(begins))).toBe(date);
      expect(plainDateFromDate(new Date(begins - 1))).toBe(addDays(date, -1));
    }),
  );
});

test('terms tell the moved day of the reports of the month before', () => {
  const terms = { reportDueDay: 10, leastOutageMinutes: LEAST };
  const outages = [outage('2026-11-10T13:10:00Z', '2026-11-10T14:40:00Z')];
  const movedDays = movedDueDays(outages, terms);
  expect(Object.keys(movedDays)).toEqual(['2026-10']);
  expect(reportDueOn(month('2026-10'), { ...terms, movedDueDays: movedDays })).toBe('2026-11-11');
  expect(reportDueOn(month('2026-11'), { ...terms, movedDueDays: movedDays })).toBe('2026-12-10');
  // Down over the turn of the month, with the first day of the next as the last day.
  const first = { reportDueDay: 1, leastOutageMinutes: LEAST };
  const night = [outage('2026-11-30T22:00:00Z', '2026-12-01T05:00:00Z')];
  expect(reportDueOn(month('2026-11'), { ...first, movedDueDays: movedDueDays(night, first) })).toBe(
    '2026-12-02',
  );
});

test('a portal that was away for months moves every last day of that time, to the first working day that it was back', () => {
  const terms = { reportDueDay: 10, leastOutageMinutes: LEAST };
  // Back on Midsummer Day, a Saturday, in the afternoon.
  const away = outage('2026-03-05T08:00:00Z', '2026-06-20T12:00:00Z');
  const days = movedDueDays([away], terms);
  expect(Object.keys(days).toSorted()).toEqual(['2026-02', '2026-03', '2026-04', '2026-05']);
  for (const day of Object.values(days)) expect(day).toMatchObject({ dueOn: '2026-06-22', because: [away] });
});

test('years without a portal move nothing that came after, nor a last day before them', () => {
  const terms = { reportDueDay: 10, leastOutageMinutes: LEAST };
  const away = outage('2005-01-13T08:00:00Z', '2026-06-16T12:00:00Z');
  const days = movedDueDays([away], terms);
  expect(Object.keys(days)).toHaveLength(257);
  expect(days[month('2004-12')]).toBeUndefined();
  expect(days[month('2026-06')]).toBeUndefined();
  expect(new Set(Object.values(days).map((day) => day?.dueOn))).toEqual(new Set(['2026-06-17']));
});
