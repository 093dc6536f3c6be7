import { expect, test } from 'vitest';
import { addToLog, copyWeek, type LoggedPlacement } from '#lib/domain/activity/add-to-log.ts';
import type { NewEntry } from '#lib/domain/activity/log-entry.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const rules = { minuteStep: 15, mostSupportMinutesPerDay: 480, today: plainDate('2026-03-12') };
const placement: LoggedPlacement = {
  placementId: 'p',
  participantName: 'Elis Mönsterman',
  from: plainDate('2026-01-02'),
  to: plainDate('2026-07-01'),
  reportedMonths: new Set(),
  support: new Map([[plainDate('2026-03-09'), 300]]),
};
const entry: NewEntry = {
  date: plainDate('2026-03-09'),
  activity: 'mapping',
  form: 'onSite',
  minutes: 120,
  language: null,
  note: 'Gick bra',
};

test('entries of one day add up: the second one that brings it over 8 hours is named', () => {
  const { added, faults } = addToLog(
    placement,
    [
      { index: 0, entry },
      { index: 1, entry },
    ],
    rules,
  );
  expect(added).toEqual([{ ...entry, placementId: 'p' }]);
  expect(faults.map(({ index, code }) => [index, code])).toEqual([[1, 'IMPOSSIBLE_TIME']]);
});

test('last week is copied day by day, without notes, without what is there and without what is to come', () => {
  const lastWeek = [
    { ...entry, date: plainDate('2026-03-03') },
    { ...entry, date: plainDate('2026-03-04'), activity: 'health' as const },
    { ...entry, date: plainDate('2026-03-06') },
  ];
  const thisWeek = [{ ...entry, date: plainDate('2026-03-10') }];
  const copies = copyWeek(placement, lastWeek, thisWeek, rules);
  expect(
    copies.map(({ copy, why }) => [
      copy.date,
      copy.activity,
      copy.note,
      why === null || why === 'there' ? why : why.code,
    ]),
  ).toEqual([
    ['2026-03-10', 'mapping', '', 'there'],
    ['2026-03-11', 'health', '', null],
    ['2026-03-13', 'mapping', '', 'entryInFuture'],
  ]);
});
