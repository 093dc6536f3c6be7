import { expect, it } from 'vitest';
import { formatDate, formatMonth, formatMonthName } from '#lib/shared/format-date.ts';
import { LOCALES } from '#lib/shared/i18n/locale.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

it('dates are written with the name of the month and no leading zero', () => {
  expect(formatDate(plainDate('2026-05-12'))).toBe('12 maj 2026');
  expect(formatDate(plainDate('2021-04-06'))).toBe('6 april 2021');
  expect(formatDate(plainDate('2026-05-12'), 'en')).toBe('12 May 2026');
});

it('months are written with or without their year', () => {
  expect(formatMonth(month('2021-03'))).toBe('mars 2021');
  expect(formatMonthName(month('2021-12'))).toBe('december');
  expect(formatMonth(month('2021-01'), 'en')).toBe('January 2021');
});

it('a month has another ending beside a day in Ukrainian alone', () => {
  expect(formatMonth(month('2026-05'), 'uk')).toBe('травень 2026');
  expect(formatDate(plainDate('2026-05-12'), 'uk')).toBe('12 травня 2026');
});

it.each(LOCALES)('%s has twelve names of months', (locale) => {
  const months = Array.from({ length: 12 }, (_, index) =>
    month(`2026-${String(index + 1).padStart(2, '0')}`),
  );
  const names = months.map((each) => formatMonthName(each, locale));
  expect(new Set(names).size).toBe(12);
  expect(names).not.toContain('');
});
