import { describe, expect, it } from 'vitest';
import { factsOf } from '#lib/domain/compensation/because.ts';
import { given, krom, told, work } from '#lib/domain/compensation/testing/given.ts';

type Json = Readonly<Record<string, unknown>>;

const ended = { end: '2021-06-01', endReason: 'outcome' };
const tiers = {
  kind: 'tiers',
  tiers: [
    { beforeDay: 60, ore: { A: 1, B: 800, C: 1 } },
    { beforeDay: 92, ore: { A: 1, B: 0, C: 1 } },
    { beforeDay: 93, ore: { A: 1, B: 400, C: 1 } },
  ],
  minExtentPercent: 100,
  releaseMonths: 4,
};

/** The speed bonus alone, of an outcome from 1 June 2021. */
function bonusOf(
  speedBonus: Json | null,
  placement: Json = ended,
  outcome: Json = {},
  agreement: Json = {},
): readonly string[] {
  const answer = given(
    { placement, outcome: work(outcome), asOf: '2021-10-01' },
    krom({ ...agreement, speedBonus }),
  );
  return told(answer).filter((entry) => entry.startsWith('speed'));
}

function from(day: string, extentPercent = 100): Json {
  return {
    from: day,
    signalledOn: day,
    spells: [{ from: day, to: null, extentPercent, employerOrgNo: null }],
  };
}

describe('the speed bonus', () => {
  it('exists only where the placement ended by the outcome', () => {
    expect(bonusOf({})).toHaveLength(1);
    for (const endReason of ['switch', 'interruption', 'completed']) {
      expect(bonusOf({}, { ...ended, endReason })).toEqual([]);
    }
    expect(bonusOf({}, {})).toEqual([]);
    expect(bonusOf(null)).toEqual([]);
  });

  it('asks for extent enough on the day of the start, spells together', () => {
    const two = [50, 49].map((extentPercent) => ({
      from: '2021-06-01',
      to: null,
      extentPercent,
      employerOrgNo: null,
    }));
    expect(bonusOf({}, ended, { spells: two })).toEqual([]);
    expect(bonusOf({ minExtentPercent: 99 }, ended, { spells: two })).toHaveLength(1);
  });

  it('has the state of the milestone that releases it', () => {
    const milestones = [
      { months: 4, sharePermille: 500 },
      { months: 6, sharePermille: 500 },
    ];
    const state = (releaseMonths: number, outcome: Json = {}): readonly string[] =>
      bonusOf({ releaseMonths }, ended, outcome, { resultPay: { milestones } });
    // 64 unused days × 65.00.
    expect(state(4)).toEqual(['speed 64 × – = 416000']);
    expect(state(6)).toEqual(['speed due 2021-12-01 416000']);
    expect(state(4, { verifiedThrough: null })).toEqual(['speed notVerified 416000']);
  });
});

describe('of unused base pay', () => {
  it('is for the working days that remain, neither before the end nor before the start', () => {
    // A start after the end: 2–27 August are 20 working days.
    expect(bonusOf({}, { end: '2021-08-01', endReason: 'outcome' }, from('2021-08-02'))).toEqual([
      'speed due 2021-12-02 130000',
    ]);
    // An end after the start: 21–30 June 8, July 22, 1–27 August 20.
    expect(bonusOf({ releaseMonths: 4 }, { end: '2021-06-20', endReason: 'outcome' })).toEqual([
      'speed 50 × – = 325000',
    ]);
    expect(bonusOf({}, { end: '2021-05-01', endReason: 'outcome' })).toEqual(['speed 64 × – = 416000']);
  });

  it('is priced by the day', () => {
    const rates = [
      { from: '2020-01-01', orePerDay: { A: 1, B: 100, C: 1 } },
      { from: '2021-08-02', orePerDay: { A: 1, B: 1, C: 1 } },
    ];
    // June 22 and July 22 at 1.00, August 20 at 0.01.
    expect(bonusOf({}, ended, {}, { basePay: { rates } })).toEqual(['speed 64 × – = 4420']);
  });

  it('tells only of the prices that unused days have', () => {
    const orePerDay = { A: 1, B: 1, C: 1 };
    const rates = ['2020-01-01', '2021-05-01', '2022-01-01'].map((day) => ({ from: day, orePerDay }));
    const { lines } = given(
      { placement: ended, outcome: work(), asOf: '2021-10-01' },
      krom({ basePay: { rates } }),
    );
    const reason = lines.flatMap(({ because }) => factsOf(because, 'speedBonus.unusedDays') ?? []);
    expect(reason.map((facts) => facts.rates)).toEqual([
      [{ rateFrom: '2021-05-01', orePerDay: 1, days: 64 }],
    ]);
  });

  it('may be a share, rounded once', () => {
    const rates = [{ from: '2020-01-01', orePerDay: { A: 1, B: 1, C: 1 } }];
    // 64 öre × 0.508 = 32.512 → 33; × 0.507 = 32.448 → 32.
    expect(bonusOf({ sharePermille: 508 }, ended, {}, { basePay: { rates } })).toEqual(['speed 64 × – = 33']);
    expect(bonusOf({ sharePermille: 507 }, ended, {}, { basePay: { rates } })).toEqual(['speed 64 × – = 32']);
  });

  it('is nothing where no days remain', () => {
    expect(bonusOf({}, { end: '2021-08-28', endReason: 'outcome' })).toEqual([]);
  });
});

describe('by tiers', () => {
  it('is the first whose day the start is before; the first day is 0', () => {
    expect(bonusOf(tiers, { end: '2021-03-01', endReason: 'outcome' }, from('2021-03-01'))).toEqual([]);
    // 1 March is day 0 and 29 April day 59, 30 April day 60.
    const end = { end: '2021-04-29', endReason: 'outcome' };
    expect(bonusOf(tiers, end, from('2021-04-29'))).toEqual(['speed 1 × 800 = 800']);
    // The second tier is worth nothing for level B.
    expect(bonusOf(tiers, end, from('2021-04-30'))).toEqual([]);
    // 1 June is day 92, 2 June day 93, past every tier.
    expect(bonusOf(tiers)).toEqual(['speed 1 × 400 = 400']);
    expect(bonusOf(tiers, ended, from('2021-06-02'))).toEqual([]);
  });
});
