import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import { readDeviation } from '#lib/domain/deviation-report/read-deviation.ts';
import {
  type MemberRules,
  readTogether,
  togetherFaults,
} from '#lib/domain/deviation-report/read-together.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

// A Wednesday.
const today = plainDate('2026-03-18');
const day = (offset: number) => addDays(today, offset);
const EMPTY: TypedDeviation = {
  cause: '',
  from: today,
  otherDay: '',
  through: '',
  expected: '',
  absent: '',
  keepLogged: '',
  notified: '',
  otherKind: '',
  reached: '',
  what: '',
  reason: '',
  problem: '',
  done: '',
  adapted: '',
};
const typed = (given: Partial<TypedDeviation> = {}): TypedDeviation => ({
  ...EMPTY,
  cause: 'sick',
  ...given,
});
const member = (given: Partial<MemberRules> = {}): MemberRules => ({
  service: { from: plainDate('2026-01-02'), to: plainDate('2026-07-01') },
  known: [],
  logged: [],
  // Five hours a week: an hour each working day.
  plannedPerWeek: 300,
  ...given,
});
const codes = (given: Partial<TypedDeviation>) =>
  togetherFaults(typed(given), today).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what is wrong for everybody', () => {
  test.each([
    [{ cause: '' }, '/cause causeMissing'],
    [{ cause: 'declinedJob' }, '/cause causeMissing'],
    [{ from: 'other', otherDay: 'i går' }, '/otherDay dayMissing'],
    [{ from: '2026-03-19' }, '/from dayInFuture'],
    [{ cause: 'otherKnown' }, '/otherKind answerMissing'],
    [{ cause: 'unknown' }, '/reached answerMissing'],
  ])('%j is told once, at its field: %s', (given, told) => {
    expect(codes(given)).toEqual([told]);
  });

  test('times and further days that a form may have held are nobody’s', () => {
    expect(codes({ expected: 'x', absent: 'y', through: '2030-01-01' })).toEqual([]);
  });
});

describe('each one’s own absence', () => {
  test('is the whole time that the plan or the log tells, on one day', () => {
    expect(readTogether(typed({ through: '2026-03-17' }), member(), today)).toMatchObject({
      ok: true,
      value: {
        by: 'plan',
        content: { cause: 'sick', from: today, to: day(1), expectedMinutes: 60, absentMinutes: 60 },
      },
    });
    const logged = [{ date: day(-7), support: 150, ownWork: 0 }];
    expect(readTogether(typed(), member({ logged }), today)).toMatchObject({
      value: { by: 'weekday', content: { absentMinutes: 150 }, typed: { expected: '2 tim 30 min' } },
    });
  });

  const known = [{ documentId: 'd', threadId: 't', cause: 'sick' as const, from: today, to: day(1) }];
  test.each([
    ['the log holds support', { logged: [{ date: today, support: 60, ownWork: 0 }] }, 'activeWhileAbsent'],
    ['the log holds own work', { logged: [{ date: today, support: 0, ownWork: 30 }] }, 'activeWhileAbsent'],
    ['nothing tells how long', { plannedPerWeek: null }, 'timeUntold'],
    ['it is reported already', { known }, 'deviationDoubled'],
    ['they were not there yet', { service: { from: day(1), to: day(181) } }, 'dayOutsidePlacement'],
  ])('is left to a form of its own where %s', (_, given, code) => {
    const read = readTogether(typed(), member(given), today);
    expect(read).toMatchObject({ ok: false, error: { code } });
    expect(read.ok ? '' : read.error.fix).toMatch(/\S/);
  });
});

test('what goes in together is what the single form would have taken, and nothing in the log speaks against it', () => {
  const minutes = fc.integer({ min: 0, max: 16 }).map((quarters) => quarters * 15);
  const log = fc.uniqueArray(
    fc.record({ date: fc.integer({ min: -28, max: 0 }).map(day), support: minutes, ownWork: minutes }),
    { selector: ({ date }) => date, maxLength: 8 },
  );
  const planned = fc.option(fc.integer({ min: 1, max: 160 }).map((quarters) => quarters * 15));
  fc.assert(
    fc.property(log, planned, (unordered, plannedPerWeek) => {
      const logged = unordered.toSorted((a, b) => (a.date < b.date ? -1 : 1));
      const rules = member({ logged, plannedPerWeek });
      const read = readTogether(typed(), rules, today);
      if (!read.ok) return;
      expect(readDeviation(read.value.typed, { ...rules, today })).toEqual({
        ok: true,
        value: read.value.content,
      });
      expect(loggedConflict(read.value.content, logged)).toBeNull();
      expect(read.value.content.absentMinutes).toBe(read.value.content.expectedMinutes);
    }),
  );
});
