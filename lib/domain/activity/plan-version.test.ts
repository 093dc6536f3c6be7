import { describe, expect, test } from 'vitest';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { extendPlan, type PlanVersion, versionInForce } from '#lib/domain/activity/plan-version.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function plan(activities: readonly ActivityCode[]): PlanVersion {
  return {
    from: plainDate('2026-01-07'),
    aim: 'work',
    field: 'Lager',
    goal: 'Arbete inom lager',
    meeting: { on: plainDate('2026-01-07'), form: 'onSite' },
    activities: activities.map((activity) => ({
      activity,
      purpose: 'Syfte',
      goal: 'Mål',
      minutesPerWeek: 60,
    })),
    parties: [{ name: 'Komvux', role: 'Utbildare', task: 'Svenska på kvällstid' }],
    extended: false,
  };
}

describe('a joint plan', () => {
  test('takes one more activity in its order, and keeps what it has', () => {
    const added = { activity: 'practicalSupport', purpose: '', goal: '' } as const;
    const before = plan(['individualMeeting', 'ownWork', 'mapping']);
    const extended = extendPlan(before, [added, { ...added, activity: 'mapping' }], plainDate('2026-03-01'));
    expect(extended.from).toBe('2026-03-01');
    expect(
      extended.activities.map(
        ({ activity, purpose, minutesPerWeek }) => `${activity} ${purpose} ${minutesPerWeek ?? 'open'}`,
      ),
    ).toEqual([
      'individualMeeting Syfte 60',
      'ownWork Syfte 60',
      'practicalSupport  open',
      'mapping Syfte 60',
    ]);
    expect(extended).toMatchObject({ aim: 'work', field: 'Lager', parties: before.parties });
  });

  test('is not made anew by it: nobody has met about it', () => {
    const extended = extendPlan(plan(['ownWork']), [], plainDate('2026-03-01'));
    expect(extended).toMatchObject({ extended: true, meeting: null });
  });

  test('is in force by its latest version that has begun', () => {
    const version = (number: number, from: string) => ({ number, from: plainDate(from) });
    const versions = [version(3, '2026-07-01'), version(2, '2026-02-01'), version(1, '2026-02-10')];
    const number = (day: string) => versionInForce(versions, plainDate(day))?.number;
    expect(['2026-01-31', '2026-02-01', '2026-02-11', '2026-07-01'].map((day) => number(day))).toEqual([
      undefined,
      2,
      2,
      3,
    ]);
  });
});
