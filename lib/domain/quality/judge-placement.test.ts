import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byUrgency, judgePlacement } from '#lib/domain/quality/judge-placement.ts';
import type { PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import type { PlacementRequirement } from '#lib/domain/quality/standing.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { month } from '#lib/shared/month.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const TERMS = { ...TERMS_SINCE_STATEMENTS, ...terms };
const day = plainDate;
/** A Thursday in week 12; weeks 8–11 begin on 16 February, 23 February, 2 March and 9 March. */
const TODAY = day('2026-03-19');

const FULL = [
  { from: day('2026-02-16'), minutes: 60 },
  { from: day('2026-02-23'), minutes: 60 },
  { from: day('2026-03-02'), minutes: 60 },
  { from: day('2026-03-09'), minutes: 60 },
  { from: day('2026-03-16'), minutes: 60 },
];

/** Everything in order: in the first period since 5 January, logged, planned, reported. */
const GOOD: PlacementFacts = {
  from: day('2026-01-05'),
  to: day('2026-07-04'),
  periods: [{ number: 1, from: day('2026-01-05'), to: day('2026-07-04') }],
  hasLog: true,
  weeks: FULL,
  logged: [{ month: month('2026-03'), support: 180, onSite: 180 }],
  reports: [
    { month: month('2026-01'), submittedOn: day('2026-02-05'), support: 240, onSite: 240 },
    { month: month('2026-02'), submittedOn: day('2026-03-04'), support: 240, onSite: 240 },
  ],
  lastMeetingOn: day('2026-03-16'),
  lastOnSiteMeetingOn: day('2026-03-16'),
  otherActorMonths: [],
  plans: [{ from: day('2026-01-07'), madeOn: day('2026-01-07'), derived: false, extended: false }],
};
const OWN_LOG = { hasLog: false, weeks: [], logged: [], lastMeetingOn: null, lastOnSiteMeetingOn: null };

function standing(requirement: PlacementRequirement, given: Partial<PlacementFacts>, today = TODAY) {
  const found = judgePlacement({ ...GOOD, ...given }, TERMS, today).find(
    (each) => each.requirement === requirement,
  );
  if (found === undefined) throw new Error(requirement);
  return found;
}

/** State and code, then what else the row tells of. */
const briefly = (...given: Parameters<typeof standing>) => {
  const { state, because, since, until } = standing(...given);
  return [state, because.code, since, until];
};

test('with all in order every requirement is met', () => {
  expect(judgePlacement(GOOD, TERMS, TODAY).map(({ state }) => state)).toEqual(
    Array.from({ length: 7 }, () => 'met'),
  );
});

test('without log and report nothing is known of what has come due', () => {
  const silent = { ...OWN_LOG, reports: [], plans: [] };
  expect(
    ['support', 'onSite', 'meeting', 'onSiteMeeting'].map((each) => briefly(each as 'support', silent)[0]),
  ).toEqual(Array.from({ length: 4 }, () => 'unknown'));
});

describe('at least 60 minutes of support a week, 120 in the second period', () => {
  const without = (from: string) => FULL.filter((week) => week.from !== from);
  test.each([
    [
      'a week without support is broken until it is four weeks old',
      { weeks: without('2026-02-16') },
      ['broken', 'WEEK_BELOW', '2026-02-16', null],
    ],
    [
      'an older one is not judged',
      { weeks: FULL.concat({ from: day('2026-02-09'), minutes: 0 }) },
      ['met', 'WEEKS_ENOUGH', null, null],
    ],
    [
      'the running week is near: Sunday is three days ahead',
      { weeks: without('2026-03-16') },
      ['near', 'WEEK_LEFT', null, '2026-03-22'],
    ],
    [
      'a service that ends on Friday gives until Thursday',
      { weeks: without('2026-03-16'), to: day('2026-03-20') },
      ['near', 'WEEK_LEFT', null, '2026-03-19'],
    ],
    // 4 of 7 days × 60 minutes = 34.3: 35 are enough, 34 are not.
    [
      'a first week from Thursday has its part of the measure',
      {
        from: day('2026-03-12'),
        periods: [{ number: 1, from: day('2026-03-12'), to: day('2026-09-08') }],
        weeks: [
          { from: day('2026-03-09'), minutes: 34 },
          { from: day('2026-03-16'), minutes: 60 },
        ],
      },
      ['broken', 'WEEK_BELOW', '2026-03-12', null],
    ],
    [
      '… and is met by it',
      {
        from: day('2026-03-12'),
        periods: [{ number: 1, from: day('2026-03-12'), to: day('2026-09-08') }],
        weeks: [
          { from: day('2026-03-09'), minutes: 35 },
          { from: day('2026-03-16'), minutes: 60 },
        ],
      },
      ['met', 'WEEKS_ENOUGH', null, null],
    ],
    [
      '60 minutes are too little in the second period',
      {
        periods: [
          { number: 1, from: day('2025-07-09'), to: day('2026-01-05') },
          { number: 2, from: day('2026-01-05'), to: day('2026-07-04') },
        ],
      },
      ['broken', 'WEEK_BELOW', '2026-02-16', '2026-03-22'],
    ],
    [
      'where the provider keeps its own log the last month tells',
      OWN_LOG,
      ['met', 'MONTH_ENOUGH', null, null],
    ],
    // 28 days: 4 × 60 minutes.
    [
      '… and breaks when it has less',
      {
        ...OWN_LOG,
        reports: [{ month: month('2026-02'), submittedOn: day('2026-03-04'), support: 225, onSite: 225 }],
      },
      ['broken', 'MONTH_BELOW', '2026-02-01', null],
    ],
    [
      'a log that went silent while reports go on is no longer the source',
      { weeks: [], logged: [] },
      ['met', 'MONTH_ENOUGH', null, null],
    ],
    [
      'a log that is silent with reports that are, too, says that there was nothing',
      { weeks: [], logged: [], reports: [] },
      ['broken', 'WEEK_BELOW', '2026-02-16', '2026-03-22'],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('support', given)).toEqual(expected);
  });

  test('on a Monday nothing is near: six days are left', () => {
    expect(briefly('support', { weeks: FULL }, day('2026-03-23'))).toEqual([
      'met',
      'WEEKS_ENOUGH',
      null,
      '2026-03-29',
    ]);
  });
});

describe('at least half of the support on site', () => {
  const february = (onSite: number) => [
    { month: month('2026-02'), submittedOn: day('2026-03-04'), support: 240, onSite },
  ];
  const march = (onSite: number) => [{ month: month('2026-03'), support: 180, onSite }];
  test.each([
    ['exactly half is enough', { reports: february(120) }, ['met', 'SHARE_ENOUGH', null, null]],
    ['a minute less is not', { reports: february(119) }, ['broken', 'SHARE_BELOW', '2026-02-01', null]],
    [
      'this month is near when half of it is left at most',
      { logged: march(60) },
      ['near', 'SHARE_BELOW_NOW', null, '2026-03-31'],
    ],
    [
      'without support last month this one tells',
      { reports: [], logged: march(90) },
      ['met', 'SHARE_ENOUGH', null, null],
    ],
    ['no support is no share', { reports: [], logged: [] }, ['unknown', 'NO_SUPPORT', null, null]],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('onSite', given)).toEqual(expected);
  });

  test('this month is not near while there is time', () => {
    expect(briefly('onSite', { logged: march(60) }, day('2026-03-16'))).toEqual([
      'met',
      'SHARE_ENOUGH',
      null,
      null,
    ]);
  });
});

describe('an individual meeting every 14 days', () => {
  test.each([
    ['2026-03-16', '2026-03-19', ['met', 'MEETING_HELD', null, '2026-03-30']],
    ['2026-03-09', '2026-03-17', ['met', 'MEETING_HELD', null, '2026-03-23']],
    ['2026-03-09', '2026-03-18', ['near', 'MEETING_SOON', null, '2026-03-23']],
    ['2026-03-09', '2026-03-23', ['near', 'MEETING_SOON', null, '2026-03-23']],
    ['2026-03-09', '2026-03-24', ['broken', 'MEETING_OVERDUE', '2026-03-24', '2026-03-23']],
  ] as const)('last held %s, seen on %s', (last, today, expected) => {
    expect(briefly('meeting', { lastMeetingOn: day(last) }, day(today))).toEqual(expected);
  });

  test.each([
    [
      'the first is due 14 days after the first day',
      { lastMeetingOn: null, from: day('2026-03-05') },
      ['near', 'MEETING_SOON', null, '2026-03-19'],
    ],
    [
      'none is due after the last day',
      { lastMeetingOn: day('2026-03-09'), to: day('2026-03-23') },
      ['met', 'MEETING_HELD', null, null],
    ],
    ['without a log nobody knows', OWN_LOG, ['unknown', 'OWN_LOG', null, null]],
    [
      'but none was due in the first days',
      { ...OWN_LOG, reports: [], from: day('2026-03-10') },
      ['near', 'MEETING_SOON', null, '2026-03-24'],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('meeting', given)).toEqual(expected);
  });

  test('on site there are four weeks', () => {
    expect(standing('onSiteMeeting', { lastOnSiteMeetingOn: day('2026-02-19') })).toMatchObject({
      state: 'near',
      value: 28,
      limit: 28,
      until: '2026-03-19',
    });
    expect(briefly('onSiteMeeting', { lastOnSiteMeetingOn: day('2026-02-18') })[0]).toBe('broken');
  });
});

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
    ['2026-03-04', [january], ['met', 'REPORT_SOON', null, '2026-03-10']],
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

const anyDay = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => addDays(day(from), n));
const anyFacts: fc.Arbitrary<PlacementFacts> = fc
  .record({
    from: anyDay('2025-10-01', 169),
    to: anyDay('2026-03-20', 200),
    hasLog: fc.boolean(),
    weeks: fc.subarray(FULL),
    logged: fc.constantFrom([], [...GOOD.logged]),
    reports: fc.subarray([...GOOD.reports]),
    lastMeetingOn: fc.option(anyDay('2026-02-01', 46)),
    lastOnSiteMeetingOn: fc.option(anyDay('2026-02-01', 46)),
    otherActorMonths: fc.subarray(['2025-12', '2026-01', '2026-02', '2026-03'].map((text) => month(text))),
    plans: fc.subarray([...GOOD.plans]),
  })
  .map((facts) => ({ ...facts, periods: [{ number: 1, from: facts.from, to: facts.to }] }));

describe('whatever the facts', () => {
  test('broken says since when, near says by when, and neither day is on the wrong side of today', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { state, since, until, because } of judgePlacement(facts, TERMS, TODAY)) {
          expect(since === null).toBe(state !== 'broken');
          if (since !== null) expect(since <= TODAY).toBe(true);
          if (state === 'near') expect(until !== null && until >= TODAY).toBe(true);
          for (const locale of ['sv', 'en'] as const)
            expect(standingWords(because, locale)).toMatch(/^[\p{Lu}\d].*\.$/u);
        }
      }),
    );
  });

  test('without log and report, nothing that rests on them alone is met unless it was not yet due', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const silent = { ...facts, ...OWN_LOG, reports: [] };
        for (const { requirement, state, because } of judgePlacement(silent, TERMS, TODAY)) {
          if (requirement === 'support' || requirement === 'onSite') expect(state).toBe('unknown');
          if (requirement === 'meeting' && state === 'met') expect(because.code).toBe('MEETING_AHEAD');
        }
      }),
    );
  });

  test('more support never makes it worse', () => {
    const order = ['broken', 'near', 'unknown', 'met'];
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 120 }), (facts, more) => {
        const given = { ...facts, hasLog: true };
        const raised = {
          ...given,
          weeks: FULL.map(({ from, minutes }) => ({ from, minutes: minutes + more })),
        };
        const [before, after] = [given, raised].map((each) => standing('support', { ...each }).state);
        if (before === undefined || after === undefined) throw new Error('Two states');
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
    );
  });

  test('the order of urgency is total', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const sorted = judgePlacement(facts, TERMS, TODAY).toSorted(byUrgency);
        for (const [index, each] of sorted.slice(1).entries()) {
          const before = sorted[index];
          if (before !== undefined) expect(byUrgency(before, each)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
