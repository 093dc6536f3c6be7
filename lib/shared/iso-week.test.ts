import { expect, it } from 'vitest';
import { isoWeek } from '#lib/shared/iso-week.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

it.each([
  ['2026-11-02', 45],
  ['2026-11-08', 45],
  ['2025-12-29', 1],
  ['2026-01-01', 1],
  ['2027-01-01', 53],
  ['2027-01-04', 1],
])('%s lies in week %i', (date, week) => {
  expect(isoWeek(plainDate(date))).toBe(week);
});
