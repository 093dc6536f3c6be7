import { expect, test } from 'vitest';
import { changedTotals, totalsOf } from '#lib/domain/month-grid/grid-totals.ts';
import { rows } from '#lib/domain/report/testing/checked.ts';
import { ore } from '#lib/shared/money.ts';

const meeting = { activity: 'individualMeeting', form: 'onSite', minutes: 60 } as const;
const video = { activity: 'mapping', form: 'video', minutes: 90 } as const;
const own = { activity: 'ownWork', form: null, minutes: 600 } as const;

const ada = {
  content: rows(meeting, own),
  sendable: true,
  amountOre: ore(143_000),
  possibleOre: ore(143_000),
};
const bo = { content: rows(video), sendable: false, amountOre: ore(0), possibleOre: ore(143_000) };

test('sums go over all rows, own work is no support', () => {
  expect(totalsOf([ada, bo])).toEqual({
    participants: 2,
    minutesByColumn: { 'individualMeeting:onSite': 60, 'ownWork:none': 600, 'mapping:video': 90 },
    support: 150,
    onSite: 60,
    jobSuggestions: 0,
    languageSupport: 0,
    sendable: 1,
    sendableOre: 143_000,
    possibleOre: 286_000,
  });
});

test('what is typed changes them as if they were counted anew', () => {
  const typed = {
    ...bo,
    content: { ...rows(meeting), languageSupport: 'ar', jobSuggestions: 2 },
    sendable: true,
    amountOre: ore(143_000),
  };
  expect(changedTotals(totalsOf([ada, bo]), [bo], [typed])).toEqual(totalsOf([ada, typed]));
});
