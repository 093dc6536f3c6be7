import { describe, expect, it } from 'vitest';
import { given, krom, told, work } from '#lib/domain/compensation/testing/given.ts';

type Json = Readonly<Record<string, unknown>>;

const periods = [
  { number: 1, from: '2021-01-01', to: '2021-06-01' },
  { number: 2, from: '2021-06-01', to: '2021-08-28' },
];

/** The supplement alone, of an outcome from 1 June 2021, seen two days later. */
function supplementOf(placement: Json, change: Json | null = {}, outcome: Json = {}): readonly string[] {
  const answer = given(
    { placement, outcome: work(outcome), asOf: '2021-06-03' },
    krom({ supplement: change }),
  );
  return told(answer).filter((entry) => entry.startsWith('supplement'));
}

describe('the supplement', () => {
  it('is for a start before the planned end of an early period', () => {
    expect(supplementOf({ periods })).toEqual([]);
    expect(supplementOf({ periods }, { withinPeriods: 2 })).toEqual(['supplement due 2021-10-01 350000']);
    const day = { from: '2021-05-31', spells: [{ from: '2021-05-31', to: null, extentPercent: 50 }] };
    expect(supplementOf({ periods }, {}, day)).toEqual(['supplement due 2021-09-30 350000']);
  });

  it('goes by the period’s number in the service, not its place here', () => {
    const second = [{ number: 2, from: '2021-03-01', to: '2021-08-28' }];
    expect(supplementOf({ periods: second })).toEqual([]);
    expect(supplementOf({ periods: second }, { withinPeriods: 2 })).toHaveLength(1);
  });

  it('goes by the planned end, whenever and why ever the placement ended', () => {
    for (const endReason of ['outcome', 'switch', 'interruption', 'completed']) {
      expect(supplementOf({ end: '2021-04-15', endReason })).toEqual(['supplement due 2021-10-01 350000']);
    }
  });

  it('is for a start in the gap before a period that counts', () => {
    const apart = [
      { number: 1, from: '2021-01-01', to: '2021-05-01' },
      { number: 2, from: '2021-07-01', to: '2021-08-28' },
    ];
    expect(supplementOf({ periods: apart }, { withinPeriods: 2 })).toHaveLength(1);
    expect(supplementOf({ periods: apart })).toEqual([]);
  });

  it('is not there where the agreement has none, or none for the level', () => {
    expect(supplementOf({}, null)).toEqual([]);
    expect(supplementOf({}, { ore: { B: 0 } })).toEqual([]);
  });
});
