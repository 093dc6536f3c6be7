import { describe, expect, test } from 'vitest';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { planProblems } from '#lib/domain/plan/plan-problems.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const placement = { from: plainDate('2026-01-02'), to: plainDate('2026-07-01') };

function codes(activities: readonly ActivityCode[], from = '2026-01-07', metOn = '2026-01-07') {
  const plan = {
    from: plainDate(from),
    aim: 'work',
    field: 'Lager',
    goal: 'Arbete inom lager',
    meeting: { on: plainDate(metOn), form: 'onSite' },
    activities: activities.map((activity) => ({ activity, purpose: '', goal: '', minutesPerWeek: null })),
    parties: [],
    extended: false,
  } as const;
  return planProblems(plan, placement, plainDate('2026-01-07')).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
}

describe('a joint plan', () => {
  test('has the two mandatory activities and at least one more', () => {
    expect(codes(['individualMeeting', 'ownWork', 'mapping'])).toEqual([]);
    expect(codes(['individualMeeting', 'ownWork'])).toEqual(['/activities tooFewPlanned']);
    expect(codes(['mapping', 'health', 'ownWork'])).toEqual(['/activities mandatoryNotPlanned']);
  });

  test('has no activity twice', () => {
    expect(codes(['individualMeeting', 'ownWork', 'mapping', 'mapping'])).toEqual([
      '/activities/3/activity plannedTwice',
    ]);
  });

  const whole = ['individualMeeting', 'ownWork', 'mapping'] as const;

  test('starts on a day of the placement', () => {
    expect(codes(whole, '2026-01-02')).toEqual([]);
    expect(codes(whole, '2026-06-30')).toEqual([]);
    expect(codes(whole, '2026-01-01')).toEqual(['/from planOutsidePlacement']);
    expect(codes(whole, '2026-07-01')).toEqual(['/from planOutsidePlacement']);
  });

  test('was made at a meeting that has been', () => {
    expect(codes(whole, '2026-01-07', '2025-12-30')).toEqual([]);
    expect(codes(whole, '2026-01-07', '2026-01-08')).toEqual(['/meetingOn meetingAhead']);
  });
});
