import { describe, expect, it } from 'vitest';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import { given, krom, told, work } from '#lib/domain/compensation/testing/given.ts';

type Json = Readonly<Record<string, unknown>>;

const ended = { end: '2021-06-01', endReason: 'outcome' };

/** What the outcome gives: all but base pay. The placement ended on 1 June; four months later is 1 October. */
function outcomeOf(
  outcome: Json,
  placement: Json = ended,
  terms: Json = {},
  asOf = '2021-12-01',
): readonly string[] {
  const answer: Evaluation = given({ placement, outcome: work(outcome), asOf }, krom({ resultPay: terms }));
  return told(answer).filter((entry) => !entry.startsWith('base:'));
}

function spell(
  from: string,
  to: string | null,
  extentPercent = 100,
  employerOrgNo: string | null = null,
): Json {
  return { from, to, extentPercent, employerOrgNo };
}

describe('an outcome gives nothing, in one entry, with the first reason that fits', () => {
  it('no service', () => {
    const placement = { end: '2021-03-01', endReason: 'interruption' };
    expect(outcomeOf({ status: 'rejected' }, placement)).toEqual(['outcome noService 0']);
  });

  it('rejected, before its type is looked at', () => {
    expect(outcomeOf({ status: 'rejected', type: 'ownBusiness' })).toEqual(['outcome rejected 0']);
  });

  it('a type that the agreement has not', () => {
    expect(outcomeOf({ type: 'ownBusiness', spells: [] })).toEqual(['outcome typeNotEligible 0']);
  });

  it('only related employers', () => {
    const spells = [spell('2021-06-01', null, 100, '5560360793')];
    expect(outcomeOf({ spells })).toEqual(['outcome relatedEmployer 0']);
    expect(outcomeOf({ spells }, ended, { excludeRelatedEmployers: false })).toHaveLength(3);
  });

  it('no spells at all is too little extent, not a related employer', () => {
    expect(outcomeOf({ spells: [] })).toEqual(['outcome extentTooLow 0']);
  });

  it('a related employer’s extent does not count beside another’s', () => {
    const spells = [spell('2021-06-01', null, 30, '5560360793'), spell('2021-06-01', null, 30)];
    expect(outcomeOf({ spells })).toEqual(['outcome extentTooLow 0']);
  });

  it('an employer without number is nobody’s relation', () => {
    expect(outcomeOf({ spells: [spell('2021-06-01', null)] })).toHaveLength(3);
  });

  it('enough extent only before the claimed day', () => {
    const spells = [spell('2021-05-01', '2021-06-01')];
    expect(outcomeOf({ spells })).toEqual(['outcome extentTooLow 0']);
  });
});

describe('an outcome starts on the first covered day', () => {
  it('not before the claimed day', () => {
    const answer = outcomeOf(
      { from: '2021-06-10', spells: [spell('2021-06-01', null)] },
      ended,
      {},
      '2021-10-09',
    );
    expect(answer).toContain('result:4 due 2021-10-10 2200000');
  });

  it('not before the placement', () => {
    // Work since January, claimed from February: counted from 1 March.
    const outcome = { from: '2021-02-01', signalledOn: '2021-03-01', spells: [spell('2021-01-01', null)] };
    expect(outcomeOf(outcome, {}, {}, '2021-06-30')).toContain('result:4 due 2021-07-01 2200000');
  });

  it('not while the extent is too low', () => {
    const spells = [spell('2021-06-01', null, 49), spell('2021-06-15', null, 1)];
    expect(outcomeOf({ spells }, ended, {}, '2021-10-14')).toContain('result:4 due 2021-10-15 2200000');
  });
});

describe('start and signal have a window after the service', () => {
  const late = { from: '2021-08-01', spells: [spell('2021-08-01', null)], signalledOn: '2021-07-31' };

  it('its last day is in, the day after is not', () => {
    const inTime = { ...late, from: '2021-07-31', spells: [spell('2021-07-31', null)] };
    expect(outcomeOf(inTime)[0]).toMatch(/^result:4/);
    expect(outcomeOf(late)).toEqual(['outcome startedTooLate 0']);
    expect(outcomeOf({ ...inTime, signalledOn: '2021-08-01' })).toEqual(['outcome signalledTooLate 0']);
  });

  it('is counted from the planned end while the placement goes on', () => {
    // 28 August + 2 months.
    const outcome = { from: '2021-10-27', signalledOn: '2021-10-27', spells: [spell('2021-10-27', null)] };
    const next = { from: '2021-10-28', signalledOn: '2021-10-27', spells: [spell('2021-10-28', null)] };
    expect(outcomeOf(outcome, {})[0]).toMatch(/^result:4/);
    expect(outcomeOf(next, {})).toEqual(['outcome startedTooLate 0']);
  });

  it('is counted from the last service day where the end lies between two periods', () => {
    const periods = [
      { number: 1, from: '2021-03-01', to: '2021-04-01' },
      { number: 2, from: '2021-07-01', to: '2021-08-01' },
    ];
    const placement = { periods, end: '2021-07-01', endReason: 'completed' };
    // Service ended on 1 April: the window on 1 June, where work begins.
    expect(outcomeOf({ signalledOn: '2021-05-31' }, placement)).toEqual(['outcome startedTooLate 0']);
  });

  it('of no months lets through only what began in the service', () => {
    const terms = { startWithinMonthsAfterEnd: 0 };
    const before = { from: '2021-05-31', spells: [spell('2021-05-31', null)] };
    expect(outcomeOf({}, ended, terms)).toEqual(['outcome startedTooLate 0']);
    expect(outcomeOf(before, ended, terms)[0]).toMatch(/^result:4/);
  });

  it('studies may be tested by the day they were applied for', () => {
    const studies = { ...late, type: 'studies' };
    const applied = { ...studies, appliedOn: '2021-07-31' };
    const terms = { studiesByApplication: true };
    expect(outcomeOf(applied, ended, terms)[0]).toMatch(/^result:4/);
    expect(outcomeOf({ ...applied, appliedOn: '2021-08-01' }, ended, terms)).toEqual([
      'outcome startedTooLate 0',
    ]);
    expect(outcomeOf(studies, ended, terms)).toEqual(['outcome startedTooLate 0']);
    expect(outcomeOf(applied)).toEqual(['outcome startedTooLate 0']);
    expect(outcomeOf({ ...applied, type: 'employment' }, ended, terms)).toEqual(['outcome startedTooLate 0']);
    // An application too late counts against studies that began in time.
    const early = { type: 'studies', appliedOn: '2021-08-01' };
    expect(outcomeOf(early, ended, terms)).toEqual(['outcome startedTooLate 0']);
  });
});

it('an outcome signalled after the day looked from does not exist yet', () => {
  expect(outcomeOf({}, ended, {}, '2021-06-01')).toEqual([]);
  expect(outcomeOf({}, ended, {}, '2021-06-02')).toHaveLength(3);
});
