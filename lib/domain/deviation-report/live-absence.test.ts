import { describe, expect, test } from 'vitest';
import type { LoggedDay } from '#lib/domain/deviation-report/deviation.ts';
import { liveConflict, liveUsual } from '#lib/domain/deviation-report/live-absence.ts';
import { loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import { usualMinutes } from '#lib/domain/deviation-report/usual-minutes.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

// A Wednesday.
const today = plainDate('2026-03-18');
const sick = {
  cause: 'sick',
  from: '2026-03-18',
  otherDay: '',
  through: '',
  expected: '2 tim',
  absent: '2 tim',
};
const logged = (date: string, support: number, ownWork = 0): LoggedDay => ({
  date: plainDate(date),
  support,
  ownWork,
});

describe('the time that was probably expected', () => {
  test('is the support of the latest such weekday of four weeks', () => {
    const days = [logged('2026-03-04', 90), logged('2026-03-11', 0, 60), logged('2026-03-17', 30)];
    expect(usualMinutes(today, { logged: days, plannedPerWeek: 300 })).toEqual({
      minutes: 90,
      by: 'weekday',
    });
  });

  // 320 ÷ 5 = 64, in quarters 75.
  test('else a fifth of the plan’s week, on weekdays', () => {
    const facts = { logged: [logged('2026-02-11', 90)], plannedPerWeek: 320 };
    expect(usualMinutes(today, facts)).toEqual({ minutes: 75, by: 'plan' });
    expect(usualMinutes(plainDate('2026-03-21'), facts)).toBeNull();
    expect(usualMinutes(today, { ...facts, plannedPerWeek: null })).toBeNull();
  });

  test('else that of the latest day in the log', () => {
    const facts = { logged: [logged('2026-03-16', 45), logged('2026-03-17', 30)], plannedPerWeek: 320 };
    expect(usualMinutes(plainDate('2026-03-21'), facts)).toEqual({ minutes: 30, by: 'latest' });
    expect(usualMinutes(today, { ...facts, plannedPerWeek: null })).toEqual({ minutes: 30, by: 'latest' });
  });

  test('over several days is their sum', () => {
    const facts = { logged: [logged('2026-03-09', 60), logged('2026-03-10', 90)], plannedPerWeek: null };
    const typed = { ...sick, from: '2026-03-16', through: '2026-03-17' };
    expect(liveUsual(typed, facts)).toEqual({ minutes: 150, by: 'weekday' });
    expect(liveUsual({ ...typed, from: '' }, facts)).toBeNull();
  });
});

describe('while somebody types', () => {
  const days = [logged('2026-03-18', 60)];

  test('the log speaks up by the rule that is used when it is sent, as soon as the times can be read', () => {
    expect(liveConflict(sick, days)).toEqual(
      loggedConflict({ from: today, to: addDays(today, 1), expectedMinutes: 120, absentMinutes: 120 }, days),
    );
    expect(liveConflict({ ...sick, cause: '' }, days)).not.toBeNull();
    expect(liveConflict({ ...sick, absent: '2' }, days)).toBeNull();
    expect(liveConflict({ ...sick, from: '' }, days)).toBeNull();
    expect(liveConflict({ ...sick, cause: 'declinedJob' }, days)).toBeNull();
  });
});
