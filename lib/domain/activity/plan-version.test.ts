import { describe, expect, test } from 'vitest';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { extendPlan, planProblems, type PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const placement = { from: plainDate('2026-01-02'), to: plainDate('2026-07-01') };

function plan(activities: readonly ActivityCode[], from = '2026-01-07'): PlanVersion {
  return {
    from: plainDate(from),
    goal: 'Arbete inom lager',
    activities: activities.map((activity) => ({ activity, purpose: 'Syfte', goal: 'Mål' })),
  };
}

function codes(given: PlanVersion): readonly string[] {
  return planProblems(given, placement).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('a joint plan', () => {
  test('has the two mandatory activities and at least one more', () => {
    expect(codes(plan(['individualMeeting', 'ownWork', 'mapping']))).toEqual([]);
    expect(codes(plan(['individualMeeting', 'ownWork']))).toEqual(['/activities tooFewPlanned']);
    expect(codes(plan(['mapping', 'health', 'ownWork']))).toEqual(['/activities mandatoryNotPlanned']);
  });

  test('has no activity twice', () => {
    expect(codes(plan(['individualMeeting', 'ownWork', 'mapping', 'mapping']))).toEqual([
      '/activities/3/activity plannedTwice',
    ]);
  });

  test('starts on a day of the placement', () => {
    const activities = ['individualMeeting', 'ownWork', 'mapping'] as const;
    expect(codes(plan(activities, '2026-01-02'))).toEqual([]);
    expect(codes(plan(activities, '2026-06-30'))).toEqual([]);
    expect(codes(plan(activities, '2026-01-01'))).toEqual(['/from planOutsidePlacement']);
    expect(codes(plan(activities, '2026-07-01'))).toEqual(['/from planOutsidePlacement']);
  });

  test('takes one more activity in its order, and keeps what it has', () => {
    const added = { activity: 'practicalSupport', purpose: '', goal: '' } as const;
    const extended = extendPlan(
      plan(['individualMeeting', 'ownWork', 'mapping']),
      [added, { ...added, activity: 'mapping' }],
      plainDate('2026-03-01'),
    );
    expect(extended.from).toBe('2026-03-01');
    expect(extended.activities.map(({ activity, purpose }) => `${activity} ${purpose}`)).toEqual([
      'individualMeeting Syfte',
      'ownWork Syfte',
      'practicalSupport ',
      'mapping Syfte',
    ]);
  });
});
