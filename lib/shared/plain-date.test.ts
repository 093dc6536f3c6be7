import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  DateOutOfRangeError,
  daysBetween,
  firstDayOf,
  fromEpochDay,
  fromUtcDate,
  isoWeekday,
  parsePlainDate,
  plainDate,
  plainDateFromDate,
  toEpochDay,
  toUtcDate,
} from '#lib/shared/plain-date.ts';

const FIRST = toEpochDay(plainDate('1900-01-01'));
const LAST = toEpochDay(plainDate('2199-12-31'));
const epochDays = fc.integer({ min: FIRST, max: LAST });

describe('a plain date', () => {
  it('is a day that the calendar has, from 1900 to 2199', () => {
    for (const good of ['1900-01-01', '2020-02-29', '2000-02-29', '2199-12-31']) {
      expect(parsePlainDate(good)).toBe(good);
    }
  });

  it('is nothing else', () => {
    const absent = [
      '2021-02-30',
      '2021-02-29',
      '1900-02-29',
      '2100-02-29',
      '2021-13-01',
      '2021-00-10',
      '2021-01-00',
    ];
    const shapes = [
      '',
      '2021-1-1',
      '20210101',
      '2021-01-01T00:00',
      ' 2021-01-01',
      '2021-01-01\n',
      '٢٠٢١-٠١-٠١',
    ];
    const bad = [...absent, ...shapes, '1899-12-31', '2200-01-01', null, undefined, 20_210_101, {}];
    expect(bad.filter((value) => parsePlainDate(value) !== null)).toEqual([]);
    expect(() => plainDate('2021-02-30')).toThrow(RangeError);
  });

  it('agrees with the calendar of the language for every day of three centuries', () => {
    const wrong: string[] = [];
    for (let day = FIRST; day <= LAST; day += 1) {
      const utc = new Date(day * 86_400_000);
      const date = fromEpochDay(day);
      const same = date === utc.toISOString().slice(0, 10) && toEpochDay(date) === day;
      if (!same || isoWeekday(date) !== (utc.getUTCDay() || 7)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('plus months keeps the day number, or takes the last day of a shorter month', () => {
    expect(addMonths(plainDate('2021-10-31'), 4)).toBe('2022-02-28');
    expect(addMonths(plainDate('2019-10-31'), 4)).toBe('2020-02-29');
    expect(addMonths(plainDate('2021-12-15'), 1)).toBe('2022-01-15');
    expect(addMonths(plainDate('2021-01-31'), -2)).toBe('2020-11-30');
    expect(addMonths(plainDate('2021-05-05'), 0)).toBe('2021-05-05');
  });

  it('may be calculated past 2199 but not past four digits', () => {
    expect(addMonths(plainDate('2199-10-01'), 6)).toBe('2200-04-01');
    expect(() => addMonths(plainDate('2199-10-01'), 120_000)).toThrow(DateOutOfRangeError);
  });

  it('plus days and back is the same day, and text order is date order', () => {
    fc.assert(
      fc.property(epochDays, epochDays, (a, b) => {
        const [from, to] = [fromEpochDay(a), fromEpochDay(b)];
        expect(daysBetween(from, to)).toBe(b - a);
        expect(addDays(from, b - a)).toBe(to);
        expect(from < to).toBe(a < b);
      }),
    );
  });

  it('knows the first day of its month', () => {
    expect(firstDayOf(plainDate('2024-02-29'))).toBe('2024-02-01');
  });
});

describe('dates of clocks and columns', () => {
  it('an instant falls on the day of the wall calendar in Stockholm', () => {
    expect(plainDateFromDate(new Date('2021-06-30T22:30:00Z'))).toBe('2021-07-01');
    expect(plainDateFromDate(new Date('2021-12-31T22:59:59Z'))).toBe('2021-12-31');
    expect(plainDateFromDate(new Date('2021-06-30T22:30:00Z'), 'UTC')).toBe('2021-06-30');
  });

  it('a date column gives back the date that was put in', () => {
    fc.assert(
      fc.property(epochDays, (day) => {
        expect(fromUtcDate(toUtcDate(fromEpochDay(day)))).toBe(fromEpochDay(day));
      }),
    );
    expect(() => fromUtcDate(new Date(Number.NaN))).toThrow(RangeError);
  });
});
