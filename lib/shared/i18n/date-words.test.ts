import { expect, test } from 'vitest';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

// 12 May 2026 is a Tuesday.
const date = plainDate('2026-05-12');

test('a date is written as people say it', () => {
  expect(dateInWords(date, 'sv')).toBe('12 maj 2026');
  expect(dateInWords(date, 'en')).toBe('12 May 2026');
  expect(dateInWords(date, 'sv', 'day')).toBe('12 maj');
});

test('a deadline comes with its weekday', () => {
  expect(dateInWords(date, 'sv', 'weekday')).toBe('tisdag 12 maj');
  expect(dateInWords(date, 'sv', 'weekdayDate')).toBe('tisdag 12 maj 2026');
  expect(dateInWords(date, 'en', 'weekday')).toBe('Tuesday 12 May');
  // 15 November 2026 is a Sunday.
  expect(dateInWords(plainDate('2026-11-15'), 'sv', 'short')).toBe('sön 15 nov');
});

test('a clock shows Swedish time, summer and winter', () => {
  expect(clockInWords(new Date('2026-05-12T12:32:00Z'), 'sv')).toBe('14.32');
  expect(clockInWords(new Date('2026-11-12T12:32:00Z'), 'en')).toBe('13:32');
});

test('midnight is the first hour of a day', () => {
  expect(clockInWords(new Date('2026-05-11T22:00:00Z'), 'sv')).toBe('00.00');
});
