import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planDue } from '#lib/domain/plan/plan-due.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const terms = { planDays: 5 };
const placement = {
  from: plainDate('2026-01-02'),
  to: plainDate('2026-12-28'),
  periods: [
    { number: 1, from: plainDate('2026-01-02') },
    { number: 2, from: plainDate('2026-07-01') },
  ],
};
const made = (from: string, how: { extended?: boolean; derived?: boolean } = {}) => ({
  from: plainDate(from),
  extended: false,
  derived: false,
  ...how,
});
const due = (day: string, versions: readonly ReturnType<typeof made>[], given = placement) => {
  const found = planDue(given, versions, plainDate(day), terms);
  return found === null ? null : `${found.kind} ${found.dueOn}`;
};

describe('a plan is asked for', () => {
  test('from the first day, within the days of the terms', () => {
    expect(due('2026-01-01', [])).toBeNull();
    expect(due('2026-01-02', [])).toBe('first 2026-01-07');
    expect(due('2026-08-01', [])).toBe('first 2026-01-07');
    expect(due('2026-01-02', [made('2026-01-02')])).toBeNull();
    expect(due('2026-12-28', [])).toBeNull();
  });

  test('once more with the second period, from two weeks before it', () => {
    const first = [made('2026-01-05')];
    expect(due('2026-06-16', first)).toBeNull();
    expect(due('2026-06-17', first)).toBe('redo 2026-07-06');
    expect(due('2026-07-01', first)).toBe('redo 2026-07-06');
    expect(due('2026-12-27', first)).toBe('redo 2026-07-06');
    expect(due('2026-12-28', first)).toBeNull();
  });

  test.each([
    ['in force from the day before', made('2026-06-30'), 'redo 2026-07-06'],
    ['in force from its first day', made('2026-07-01'), null],
    ['that only adds an activity', made('2026-08-01', { extended: true }), 'redo 2026-07-06'],
    ['derived from reports', made('2026-08-01', { derived: true }), 'redo 2026-07-06'],
  ])('in the second period until there is one; a version %s', (_, version, expected) => {
    expect(due('2026-08-10', [version, made('2026-01-05')])).toBe(expected);
  });

  test('once only where the placement begins with its second period, or ends before it', () => {
    const [, second] = placement.periods;
    const begins = { ...placement, from: plainDate('2026-07-01'), periods: second ? [second] : [] };
    expect(due('2026-07-20', [made('2026-07-01')], begins)).toBeNull();
    expect(due('2026-06-25', [made('2026-01-05')], { ...placement, to: plainDate('2026-07-01') })).toBeNull();
  });

  test('never longer once a plan is made for the day that it should hold from', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 400 }), fc.boolean(), (days, hasFirst) => {
        const day = addDays(placement.from, days);
        const versions = hasFirst ? [made('2026-01-02')] : [];
        const asked = planDue(placement, versions, day, terms);
        if (asked === null) return;
        const kept = [...versions, { from: asked.from, extended: false, derived: false }];
        expect(planDue(placement, kept, day, terms)?.kind).not.toBe(asked.kind);
      }),
    );
  });
});
