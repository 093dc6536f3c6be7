import { expect, test } from 'vitest';
import { clockInWords, dateInWords, weekdayInWords } from '#lib/shared/i18n/date-words.ts';
import { LOCALES } from '#lib/shared/i18n/locale.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

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

test.each([
  ['sv', 'tisdag 12 maj 2026', 'tis 12 maj', '14.32'],
  ['sv-simple', 'tisdag 12 maj 2026', 'tisdag 12 maj', '14.32'],
  ['en', 'Tuesday 12 May 2026', 'Tue 12 May', '14:32'],
  ['ar', 'الثلاثاء 12 مايو 2026', 'الثلاثاء 12 مايو', '14:32'],
  ['so', 'Talaado 12 Maayo 2026', 'Talaado 12 Maayo', '14:32'],
  ['ti', 'ሰሉስ 12 ግንቦት 2026', 'ሰሉስ 12 ግንቦት', '14:32'],
  ['prs', 'سه‌شنبه 12 می 2026', 'سه‌شنبه 12 می', '14:32'],
  ['uk', 'вівторок 12 травня 2026', 'вівторок 12 травня', '14:32'],
] as const)('%s has its own words for the same day, and the figures of Swedish papers', (locale, ...said) => {
  expect([
    dateInWords(date, locale, 'weekdayDate'),
    dateInWords(date, locale, 'short'),
    clockInWords(new Date('2026-05-12T12:32:00Z'), locale),
  ]).toEqual(said);
});

test('every language has a word of its own for each day of the week', () => {
  for (const locale of LOCALES) {
    const words = [0, 1, 2, 3, 4, 5, 6].map((days) => weekdayInWords(addDays(date, days), locale));
    expect(new Set(words).size).toBe(7);
    expect(words).not.toContain('');
  }
});
