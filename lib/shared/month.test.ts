import { describe, expect, it } from 'vitest';
import {
  addMonthsTo,
  firstDay,
  month,
  monthFrom,
  monthOf,
  nextMonth,
  parseMonth,
  periodOf,
  previousMonth,
} from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

describe('a month', () => {
  it('is a calendar month from 1900 to 2199 and nothing else', () => {
    expect(parseMonth('2021-03')).toBe('2021-03');
    const bad = ['2021-13', '2021-00', '2021-3', '1899-12', '2200-01', '2021-03-01', '', null, 202_103];
    expect(bad.filter((value) => parseMonth(value) !== null)).toEqual([]);
    expect(() => month('2021-13')).toThrow(RangeError);
  });

  it('has a first day, a next one and one before', () => {
    expect(monthOf(plainDate('2021-12-31'))).toBe('2021-12');
    expect(firstDay(month('2021-12'))).toBe('2021-12-01');
    expect(nextMonth(month('2021-12'))).toBe('2022-01');
    expect(previousMonth(month('2021-01'))).toBe('2020-12');
    expect(addMonthsTo(month('2021-01'), 25)).toBe('2023-02');
    expect(monthFrom(2021, 9)).toBe('2021-09');
  });

  it('is the half-open period up to the next month', () => {
    expect(periodOf(month('2024-02'))).toEqual({ from: '2024-02-01', to: '2024-03-01' });
    expect(periodOf(month('2199-12'))).toEqual({ from: '2199-12-01', to: '2200-01-01' });
  });
});
