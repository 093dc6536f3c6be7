import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { approved, given, krom, told, work } from '#lib/domain/compensation/testing/given.ts';
import { randomInput, seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Json = Readonly<Record<string, unknown>>;

const own = '5560360793';
const spell = (from: string, extentPercent: number, employerOrgNo: string | null = null): Json => ({
  from,
  to: null,
  extentPercent,
  employerOrgNo,
});
const ofOutcome = (entries: readonly string[]): readonly string[] =>
  entries.filter((entry) => !entry.startsWith('base:'));

describe('section 3: base pay', () => {
  it('goes on beside a job until the end', () => {
    const reports = [approved('2021-06', '2021-07-05'), approved('2021-07', '2021-08-05')];
    const facts = { outcome: work(), reports, asOf: '2021-08-05' };
    const ended = { placement: { end: '2021-07-10', endReason: 'completed' } };
    // Work began on 1 June: June has 22 working days, July 22, of them 7 before the 10th.
    expect(told(given(facts))).toEqual(
      expect.arrayContaining([
        'base:2021-06:2020-01-01 22 × 6500 = 143000',
        'base:2021-07:2020-01-01 22 × 6500 = 143000',
      ]),
    );
    expect(told(given({ ...facts, ...ended }))).toContain('base:2021-07:2020-01-01 7 × 6500 = 45500');
  });
});

describe('section 4: the first step that fails gives the reason', () => {
  /** An outcome that fails every step; each row mends one, in the order of the text. */
  const LADDER: readonly { readonly reason: string; readonly placement?: Json; readonly outcome?: Json }[] = [
    { reason: 'noService', placement: { end: '2021-03-02', endReason: 'outcome' } },
    { reason: 'rejected', outcome: { status: 'approved' } },
    { reason: 'typeNotEligible', outcome: { type: 'employment' } },
    { reason: 'relatedEmployer', outcome: { spells: [spell('2021-06-01', 49)] } },
    { reason: 'extentTooLow', outcome: { spells: [spell('2021-06-01', 50)] } },
    { reason: 'startedTooLate', placement: { end: '2021-04-15', endReason: 'outcome' } },
    { reason: 'signalledTooLate', outcome: { signalledOn: '2021-06-14' } },
  ];
  const first = {
    placement: { end: '2021-03-01', endReason: 'outcome' },
    outcome: work({
      status: 'rejected',
      type: 'ownBusiness',
      spells: [spell('2021-06-01', 49, own)],
      signalledOn: '2021-06-15',
    }) as Json,
  };

  it.each(LADDER.map(({ reason }, index) => [reason, index] as const))('%s', (reason, index) => {
    const mended = LADDER.slice(0, index).reduce(
      (facts, { placement, outcome }) => ({
        placement: { ...facts.placement, ...placement },
        outcome: { ...facts.outcome, ...outcome },
      }),
      first,
    );
    expect(ofOutcome(told(given({ ...mended, asOf: '2021-12-01' })))).toEqual([`outcome ${reason} 0`]);
  });

  it('and where none fails, everything is there; where there is no outcome, nothing', () => {
    const placement = { end: '2021-04-15', endReason: 'outcome' };
    const all = { placement, outcome: work({ signalledOn: '2021-06-14' }), asOf: '2021-12-01' };
    expect(ofOutcome(told(given(all))).map((entry) => entry.split(' ')[0])).toEqual([
      'result:4',
      'speed',
      'supplement',
    ]);
    expect(ofOutcome(told(given({ ...all, outcome: null })))).toEqual([]);
  });
});

describe('section 4: the first state that fits', () => {
  const placement = { end: '2021-06-01', endReason: 'completed' };
  const agreement = krom({ supplement: null, speedBonus: null });
  const at = (asOf: string, change: Json): readonly string[] =>
    ofOutcome(told(given({ placement, outcome: work(change), asOf }, agreement)));
  const short = [{ ...spell('2021-06-01', 100), to: '2021-09-30' }];

  it('broken, before everything else', () => {
    const wrong = { spells: short, verifiedThrough: null, status: 'submitted' };
    expect(at('2021-12-01', wrong)).toEqual(['result:4 broken 2200000']);
    expect(at('2021-07-01', wrong)).toEqual(['result:4 broken 2200000']);
  });

  it('then pending, before evidence and approval are asked for', () => {
    expect(at('2021-09-30', { verifiedThrough: null, status: 'submitted' })).toEqual([
      'result:4 due 2021-10-01 2200000',
    ]);
  });

  it('pending already while the start lies ahead, if it has been signalled', () => {
    expect(at('2021-05-20', { signalledOn: '2021-05-20' })).toEqual(['result:4 due 2021-10-01 2200000']);
  });
});

describe('section 4: what is dropped counts nowhere below', () => {
  const ended = { end: '2021-06-01', endReason: 'outcome' };
  const both = work({ spells: [spell('2021-06-01', 60), spell('2021-06-01', 40, own)] });
  const seen = (terms: Json): readonly string[] =>
    ofOutcome(
      told(given({ placement: ended, outcome: both, asOf: '2021-06-02' }, krom({ resultPay: terms }))),
    );

  it('neither for the bonus nor for the share of the pay', () => {
    const extentShares = [
      { fromPercent: 50, permille: 500 },
      { fromPercent: 100, permille: 1000 },
    ];
    // With the related employer 100 %: all of it, and the bonus. Without it 60 %: half, and no bonus.
    expect(seen({ extentShares, excludeRelatedEmployers: false })).toEqual([
      'result:4 due 2021-10-01 2200000',
      'speed due 2021-10-01 416000',
      'supplement due 2021-10-01 350000',
    ]);
    expect(seen({ extentShares })).toEqual([
      'result:4 due 2021-10-01 1100000',
      'supplement due 2021-10-01 350000',
    ]);
  });
});

describe('section 4: unused days', () => {
  it('are those of all planned periods, not of the gap between them', () => {
    const periods = [
      { number: 1, from: '2021-03-01', to: '2021-06-14' },
      { number: 2, from: '2021-06-21', to: '2021-06-26' },
    ];
    const placement = { periods, end: '2021-06-01', endReason: 'outcome' };
    const answer = given({ placement, outcome: work(), asOf: '2021-10-01' }, krom({ supplement: null }));
    // 1–11 June are 9 working days, 21–25 June 5; the week between is nobody's.
    expect(told(answer)).toContain('speed 14 × – = 91000');
  });
});

describe('section 5: a correction is priced by the dates, never by when it is made', () => {
  it('what is earned stays earned, at the same price, on every later day', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 400 }), (seed, days) => {
        const input = validateInput(randomInput(seeded(seed)));
        if (!input.ok) throw new Error(JSON.stringify(input.error));
        const { agreement, facts } = input.value;
        const { lines } = evaluate(agreement, facts);
        const later = evaluate(agreement, { ...facts, asOf: addDays(facts.asOf, days) });
        expect(later.lines).toEqual(expect.arrayContaining([...lines]));
      }),
    );
  });
});
