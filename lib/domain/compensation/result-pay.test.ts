import { describe, expect, it } from 'vitest';
import { given, krom, told, work } from '#lib/domain/compensation/testing/given.ts';

type Json = Readonly<Record<string, unknown>>;

const halves = [
  { months: 3, sharePermille: 500 },
  { months: 6, sharePermille: 500 },
];

/** Result pay alone, of an outcome from 1 June 2021 after a placement that ended there. */
function resultOf(
  outcome: Json,
  terms: Json = {},
  asOf = '2021-12-01',
  end: string | null = '2021-06-01',
): readonly string[] {
  const placement = { end, endReason: end === null ? null : 'completed' };
  const agreement = krom({ resultPay: terms, supplement: null, speedBonus: null });
  const answer = given({ placement, outcome: work(outcome), asOf }, agreement);
  return told(answer).filter((entry) => !entry.startsWith('base:'));
}

function spell(from: string, to: string | null, extentPercent = 100): Json {
  return { from, to, extentPercent, employerOrgNo: null };
}

describe('a milestone is earned when the outcome has lasted its months', () => {
  it('on its due date, not the day before', () => {
    expect(resultOf({}, {}, '2021-09-30')).toEqual(['result:4 due 2021-10-01 2200000']);
    expect(resultOf({}, {}, '2021-10-01')).toEqual(['result:4 1 × 2200000 = 2200000']);
  });

  it('work that ends on the due date has lasted', () => {
    expect(resultOf({ spells: [spell('2021-06-01', '2021-10-01')] })).toEqual([
      'result:4 1 × 2200000 = 2200000',
    ]);
    expect(resultOf({ spells: [spell('2021-06-01', '2021-09-30')] })).toEqual(['result:4 broken 2200000']);
  });

  it('what is known to end in time is broken already while the date lies ahead', () => {
    expect(resultOf({ spells: [spell('2021-06-01', '2021-09-30')] }, {}, '2021-06-10')).toEqual([
      'result:4 broken 2200000',
    ]);
  });

  it('days without enough extent may be as many as agreed, but not the last', () => {
    const gap = [spell('2021-06-01', '2021-07-01'), spell('2021-07-04', null)];
    expect(resultOf({ spells: gap }, { maxGapDays: 3 })).toEqual(['result:4 1 × 2200000 = 2200000']);
    expect(resultOf({ spells: gap }, { maxGapDays: 2 })).toEqual(['result:4 broken 2200000']);
    const last = [spell('2021-06-01', '2021-09-30'), spell('2021-10-01', null)];
    expect(resultOf({ spells: last }, { maxGapDays: 30 })).toEqual(['result:4 broken 2200000']);
  });

  it('a day of lowered extent is a gap too', () => {
    const spells = [
      spell('2021-06-01', null, 40),
      spell('2021-06-01', '2021-07-01', 10),
      spell('2021-07-02', null, 10),
    ];
    expect(resultOf({ spells })).toEqual(['result:4 broken 2200000']);
    expect(resultOf({ spells }, { maxGapDays: 1 })).toEqual(['result:4 1 × 2200000 = 2200000']);
  });

  it('evidence must reach the due date', () => {
    expect(resultOf({ verifiedThrough: '2021-10-01' })).toEqual(['result:4 1 × 2200000 = 2200000']);
    expect(resultOf({ verifiedThrough: '2021-09-30' })).toEqual(['result:4 notVerified 2200000']);
    expect(resultOf({ verifiedThrough: null })).toEqual(['result:4 notVerified 2200000']);
  });

  it('the outcome must be approved, which is looked at last', () => {
    for (const status of ['submitted', 'returned']) {
      expect(resultOf({ status })).toEqual(['result:4 notApproved 2200000']);
      expect(resultOf({ status, verifiedThrough: null })).toEqual(['result:4 notVerified 2200000']);
      expect(resultOf({ status }, {}, '2021-09-30')).toEqual(['result:4 due 2021-10-01 2200000']);
    }
  });
});

describe('milestones', () => {
  it('each has a state of its own', () => {
    const spells = [spell('2021-06-01', '2021-10-15')];
    expect(resultOf({ spells }, { milestones: halves }, '2021-10-01')).toEqual([
      'result:3 1 × 1100000 = 1100000',
      'result:6 broken 1100000',
    ]);
  });

  it('stand in the order of their months as numbers, their shares rounded so that they add up', () => {
    const milestones = [
      { months: 2, sharePermille: 333 },
      { months: 10, sharePermille: 333 },
      { months: 12, sharePermille: 334 },
    ];
    const rates = [{ from: '2020-01-01', ore: { A: 1, B: 1001, C: 1 } }];
    // 1001 × 0.333 = 333.33 → 333; × 0.666 = 666.67 → 667; so 333, 334 and 334.
    expect(resultOf({}, { milestones, rates }, '2021-06-02')).toEqual([
      'result:2 due 2021-08-01 333',
      'result:10 due 2022-04-01 334',
      'result:12 due 2022-06-01 334',
    ]);
  });

  it('of nothing is not listed', () => {
    const rates = [{ from: '2020-01-01', ore: { A: 1, B: 1, C: 1 } }];
    // 1 öre × 0.5 rounds to 1: all of it is the first half.
    expect(resultOf({}, { milestones: halves, rates }, '2021-06-02')).toEqual(['result:3 due 2021-09-01 1']);
  });
});

describe('months are counted from the start, or from the end of service where that is agreed', () => {
  const serviceEnd = { countFrom: 'serviceEnd' };

  it('the later of the two', () => {
    expect(resultOf({}, serviceEnd, '2021-06-02', '2021-07-15')).toEqual(['result:4 due 2021-11-15 2200000']);
    expect(resultOf({}, { countFrom: 'outcomeStart' }, '2021-06-02', '2021-07-15')).toEqual([
      'result:4 due 2021-10-01 2200000',
    ]);
    expect(resultOf({}, serviceEnd, '2021-06-02', '2021-05-15')).toEqual(['result:4 due 2021-10-01 2200000']);
  });

  it('a gap before the counting began counts as a gap', () => {
    const spells = [spell('2021-06-01', '2021-06-20'), spell('2021-06-21', null)];
    expect(resultOf({ spells }, serviceEnd, '2021-12-01', '2021-07-15')).toEqual(['result:4 broken 2200000']);
  });
});

describe('the price is that of the start', () => {
  it('by the row in force that day', () => {
    const rates = [
      { from: '2020-01-01', ore: { A: 1, B: 100, C: 1 } },
      { from: '2021-06-01', ore: { A: 1, B: 200, C: 1 } },
      { from: '2021-07-01', ore: { A: 1, B: 300, C: 1 } },
    ];
    expect(resultOf({}, { rates }, '2021-06-02')).toEqual(['result:4 due 2021-10-01 200']);
  });

  it('scaled by the extent that day, spells together', () => {
    const extentShares = [
      { fromPercent: 50, permille: 500 },
      { fromPercent: 75, permille: 667 },
      { fromPercent: 100, permille: 1000 },
    ];
    const rates = [{ from: '2020-01-01', ore: { A: 1, B: 1001, C: 1 } }];
    const of = (...extents: number[]): readonly string[] =>
      resultOf(
        { spells: extents.map((percent) => spell('2021-06-01', null, percent)) },
        { extentShares, rates },
        '2021-06-02',
      );
    expect(of(74)).toEqual(['result:4 due 2021-10-01 501']); // 500.5 rounds up
    expect(of(75)).toEqual(['result:4 due 2021-10-01 668']); // 667.667
    expect(of(60, 60)).toEqual(['result:4 due 2021-10-01 1001']);
  });

  it('below the lowest extent that is paid there are no milestones, but what they release stands', () => {
    const extentShares = [{ fromPercent: 80, permille: 1000 }];
    const placement = { end: '2021-06-01', endReason: 'outcome' };
    const outcome = work({ spells: [spell('2021-06-01', null, 60)] });
    const answer = given({ placement, outcome, asOf: '2021-06-02' }, krom({ resultPay: { extentShares } }));
    expect(told(answer).filter((entry) => !entry.startsWith('base:'))).toEqual([
      'supplement due 2021-10-01 350000',
    ]);
  });
});
