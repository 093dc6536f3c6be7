import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ContractCounts,
  formatMeasure,
  type LevelCounts,
  resultMeasures,
} from '#lib/domain/result-measure/result-measure.ts';

function counts(a: number, b: number, c: number): LevelCounts {
  return { A: BigInt(a), B: BigInt(b), C: BigInt(c) };
}

function contract(
  participants: LevelCounts,
  firstResults: LevelCounts,
  secondResults: LevelCounts,
): ContractCounts {
  return { participants, firstResults, secondResults };
}

function shown(contracts: readonly ContractCounts[]): readonly string[] {
  return resultMeasures(contracts).map((measure) => formatMeasure(measure));
}

const none = counts(0, 0, 0);
const levelCounts = fc
  .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 500 }))
  .map(([a, b, c]) => counts(a, b, c));
const contracts = fc.array(
  fc.tuple(levelCounts, levelCounts, levelCounts).map((three) => contract(...three)),
  {
    minLength: 1,
    maxLength: 8,
  },
);

/** Seven of everything. */
const times = (given: LevelCounts): LevelCounts => ({
  A: given.A * 7n,
  B: given.B * 7n,
  C: given.C * 7n,
});

/** The weighted sum of the counts, in floating point. */
const plain = ({ A, B, C }: LevelCounts, w: readonly [number, number, number]): number =>
  Number(A) * w[0] + Number(B) * w[1] + Number(C) * w[2];

describe('the result measure of a contract', () => {
  it('is 1 where everybody reached both results', () => {
    expect(shown([contract(counts(3, 2, 1), counts(3, 2, 1), counts(3, 2, 1))])).toEqual(['1.000']);
  });

  it('weighs levels as 203 : 277 : 380, with mean 1 over all participants', () => {
    // One participant a level: mean weight (203 + 277 + 380) ÷ 3 = 286.67. Only C's first result: 380 ÷ 286.67 ÷ 2.
    const one = counts(1, 0, 0);
    const rows = [contract(one, none, none), contract(counts(0, 1, 0), none, none)];
    expect(shown([...rows, contract(counts(0, 0, 1), counts(0, 0, 1), none)])).toEqual([
      '0.000',
      '0.000',
      '0.663',
    ]);
  });

  it('is empty without participants, who count for nobody else either', () => {
    expect(shown([contract(none, counts(1, 0, 0), none), contract(counts(1, 0, 0), none, none)])).toEqual([
      '',
      '0.000',
    ]);
    expect(shown([])).toEqual([]);
  });

  it('rounds a half away from zero', () => {
    // 1 of 2 × 1000 results at one level: 0.0005.
    expect(shown([contract(counts(1000, 0, 0), counts(1, 0, 0), none)])).toEqual(['0.001']);
    expect(shown([contract(counts(1001, 0, 0), counts(1, 0, 0), none)])).toEqual(['0.000']);
  });

  it('is exact where numbers are not', () => {
    const huge = { A: 10n ** 30n, B: 0n, C: 0n };
    expect(shown([{ participants: huge, firstResults: huge, secondResults: none }])).toEqual(['0.500']);
  });

  it('does not change when every count is multiplied', () => {
    fc.assert(
      fc.property(contracts, (list) => {
        const larger = list.map((one) =>
          contract(times(one.participants), times(one.firstResults), times(one.secondResults)),
        );
        expect(shown(larger)).toEqual(shown(list));
      }),
    );
  });

  it('agrees with the formula in floating point', () => {
    fc.assert(
      fc.property(contracts, (list) => {
        const total = list.reduce((sum, one) => sum + plain(one.participants, [1, 1, 1]), 0);
        const weights = list.reduce((sum, one) => sum + plain(one.participants, [203, 277, 380]), 0);
        const scale = total / weights;
        const w = [203 * scale, 277 * scale, 380 * scale] as const;
        const expected = list.map((one) => {
          const own = plain(one.participants, [1, 1, 1]);
          return own === 0 ? 0 : (plain(one.firstResults, w) + plain(one.secondResults, w)) / (2 * own);
        });
        const given = shown(list).map((text) => (text === '' ? 0 : Number(text)));
        given.forEach((measure, index) =>
          expect(Math.abs(measure - (expected[index] ?? -1))).toBeLessThan(0.000_501),
        );
      }),
    );
  });
});
