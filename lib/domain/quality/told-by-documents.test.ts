import { describe, expect, test } from 'vitest';
import { briefly, day, GOOD, OWN_LOG } from '#lib/domain/quality/testing/good-placement.ts';
import { month } from '#lib/shared/month.ts';

describe('a joint plan in time', () => {
  const plan = (madeOn: string, more: object = {}) => [
    { ...GOOD.plans[0], from: day(madeOn), madeOn: day(madeOn), derived: false, extended: false, ...more },
  ];
  const second = {
    periods: [
      { number: 1, from: day('2025-09-15'), to: day('2026-03-14') },
      { number: 2, from: day('2026-03-14'), to: day('2026-09-10') },
    ],
  };
  test.each([
    ['on the fifth day it is in time', { plans: plan('2026-01-10') }, ['met', 'PLAN_MADE', null, null]],
    [
      'a day later it is late, and stays so',
      { plans: plan('2026-01-11') },
      ['broken', 'PLAN_LATE', '2026-01-11', null],
    ],
    [
      'missing after the fifth day it can still be made',
      { plans: [] },
      ['broken', 'PLAN_MISSING', '2026-01-11', '2026-01-10'],
    ],
    [
      'missing on the day it is due',
      {
        plans: [],
        from: day('2026-03-14'),
        periods: [{ number: 1, from: day('2026-03-14'), to: day('2026-09-10') }],
      },
      ['near', 'PLAN_SOON', null, '2026-03-19'],
    ],
    [
      'derived from reports it has no day',
      { plans: plan('2026-01-07', { derived: true }) },
      ['unknown', 'PLAN_UNDATED', null, null],
    ],
    ['in the second period it is to be redone', second, ['near', 'PLAN_SOON', null, '2026-03-19']],
    [
      'adding an activity does not redo it',
      { ...second, plans: plan('2026-03-16', { extended: true }) },
      ['near', 'PLAN_SOON', null, '2026-03-19'],
    ],
    [
      'a new version in the period does',
      { ...second, plans: plan('2026-03-16') },
      ['met', 'PLAN_MADE', null, null],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('plan', given)).toEqual(expected);
  });
});

describe('reports in time', () => {
  const [january, february] = GOOD.reports;
  if (january === undefined || february === undefined) throw new Error('Two reports');
  test.each([
    ['2026-03-19', [january], ['broken', 'REPORT_MISSING', '2026-03-11', '2026-03-10']],
    ['2026-03-10', [january], ['near', 'REPORT_SOON', null, '2026-03-10']],
    ['2026-03-04', [january], ['met', 'REPORT_NEXT', null, '2026-03-10']],
    [
      '2026-03-19',
      [january, { ...february, submittedOn: day('2026-03-11') }],
      ['broken', 'REPORT_LATE', '2026-03-11', null],
    ],
    [
      '2026-03-19',
      [{ ...january, submittedOn: day('2026-03-01') }, february],
      ['met', 'REPORT_SENT', null, null],
    ],
  ] as const)('on %s', (today, reports, expected) => {
    expect(briefly('report', { reports }, day(today))).toEqual(expected);
  });
});

describe('another actor at most three months in all', () => {
  const months = (...texts: string[]) => texts.map((text) => month(text));
  test.each([
    [
      'three months are allowed',
      { otherActorMonths: months('2025-11', '2025-12', '2026-01') },
      ['met', 'OTHER_ACTOR_WITHIN', null, null],
    ],
    [
      'a fourth is not, wherever it lies',
      { otherActorMonths: months('2026-03', '2025-11', '2025-12', '2026-01') },
      ['broken', 'OTHER_ACTOR_TOO_LONG', '2026-03-01', null],
    ],
    [
      'the third goes on: it ends with the month',
      { otherActorMonths: months('2026-01', '2026-02', '2026-03') },
      ['near', 'OTHER_ACTOR_LAST', null, '2026-03-31'],
    ],
    [
      'months that nothing tells of could be too many',
      { ...OWN_LOG, reports: [], otherActorMonths: [], from: day('2025-12-05') },
      ['unknown', 'OTHER_ACTOR_UNKNOWN', null, null],
    ],
    [
      'three months cannot',
      { ...OWN_LOG, reports: [], otherActorMonths: [] },
      ['met', 'OTHER_ACTOR_WITHIN', null, null],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('otherActor', given)).toEqual(expected);
  });
});
