import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { inOrder, type PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { countChanges, planChanges } from '#lib/domain/plan/plan-changes.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const words = fc.constantFrom('', 'Orka mer', 'Ett nästa steg');
const plans: fc.Arbitrary<PlanVersion> = fc.record({
  from: fc.constant(plainDate('2026-01-07')),
  aim: fc.constantFrom('work', 'studies', 'both', null),
  field: words,
  goal: words,
  meeting: fc.constant(null),
  activities: fc
    .uniqueArray(
      fc.record({
        activity: fc.constantFrom(...ACTIVITY_CODES),
        purpose: words,
        goal: words,
        minutesPerWeek: fc.constantFrom(null, 60),
      }),
      { selector: ({ activity }) => activity },
    )
    .map(inOrder),
  parties: fc.uniqueArray(
    fc.record({ name: fc.constantFrom('Komvux', 'Kommunen', 'Vården'), role: words, task: words }),
    { selector: ({ name }) => name },
  ),
  extended: fc.constant(false),
});

describe('what a version changes', () => {
  test('is nothing against itself', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(countChanges(planChanges(plan, plan))).toBe(0);
      }),
    );
  });

  test('turns round with the versions: what came has gone, what differs differs', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const [there, back] = [planChanges(a, b), planChanges(b, a)];
        expect(back.goals).toEqual(there.goals);
        for (const part of ['activities', 'parties'] as const) {
          const kinds = (changes: typeof there) =>
            new Map<string, keyof typeof turned>([...changes[part]].map(([key, { kind }]) => [key, kind]));
          expect(kinds(back)).toEqual(new Map([...kinds(there)].map(([key, kind]) => [key, turned[kind]])));
        }
      }),
    );
  });

  test('is enough to make the one version into the other', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        const { activities } = planChanges(before, after);
        const kept = before.activities.filter(({ activity }) => !activities.has(activity));
        const given = [...activities.values()].flatMap((change) => ('after' in change ? [change.after] : []));
        expect(inOrder([...kept, ...given])).toEqual(after.activities);
        expect([...activities].flatMap(([code, { kind }]) => (kind === 'removed' ? [code] : []))).toEqual(
          before.activities
            .map(({ activity }) => activity)
            .filter((code) => !after.activities.some(({ activity }) => activity === code)),
        );
      }),
    );
  });
});
