import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeasures, standings } from '#lib/domain/rating/stars.ts';
import type { Measure } from '#lib/domain/result-measure/result-measure.ts';

const measure = (numerator: number, denominator = 1000): Measure => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});
const measures = fc.array(
  fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => measure(n, d)),
  { minLength: 1, maxLength: 60 },
);

describe('stars among rated contracts', () => {
  it('are one up to 14 per cent from below, two up to 53, three up to 86, then four', () => {
    const hundred = Array.from({ length: 100 }, (_, place) => measure(place));
    const stars = standings(hundred).map((standing) => standing.stars);
    // The 14th, the 53rd and the 86th are the last of theirs.
    expect([13, 14, 52, 53, 85, 86].map((place) => stars[place])).toEqual([1, 2, 2, 3, 3, 4]);
    expect([1, 2, 3, 4].map((wanted) => stars.filter((one) => one === wanted).length)).toEqual([
      14, 39, 33, 14,
    ]);
  });

  it('are the better of two where measures are equal, whatever fractions they are written as', () => {
    // Of seven, place 1 is 14.3 per cent: two stars; one star is for nobody. 1/2 and 2/4 share the place of the higher: 7 of 7.
    expect(standings([measure(1, 2), measure(1, 9), measure(2, 4)]).map(({ stars }) => stars)).toEqual([
      4, 2, 4,
    ]);
    expect(standings([measure(5), measure(5)]).map(({ stars }) => stars)).toEqual([4, 4]);
  });

  it('tell two measures apart that no floating point could', () => {
    const [low, high] = [
      { numerator: 10n ** 30n, denominator: 10n ** 30n + 1n },
      { numerator: 1n, denominator: 1n },
    ];
    expect(compareMeasures(low, high)).toBe(-1);
    expect(standings([high, low]).map(({ betterThanTenths }) => betterThanTenths)).toEqual([5, 0]);
  });

  it('come with how many of ten the contract is better than, never rounded up', () => {
    // Better than 7 of 8 is 8.75 of ten.
    const eight = Array.from({ length: 8 }, (_, place) => measure(place));
    expect(standings(eight).map(({ betterThanTenths }) => betterThanTenths)).toEqual([
      0, 1, 2, 3, 5, 6, 7, 8,
    ]);
  });

  it('never fall where the measure rises, and are equal where it is', () => {
    fc.assert(
      fc.property(measures, (list) => {
        const given = list.map((measure, index) => ({ measure, standing: standings(list)[index] }));
        const pairs = given.flatMap((mine) => given.map((other) => [mine, other] as const));
        const wrong = pairs.filter(([mine, other]) => {
          const order = compareMeasures(mine.measure, other.measure);
          const [high, low] = [mine.standing, other.standing];
          if (high === undefined || low === undefined) return true;
          const [stars, tenths] = [high.stars - low.stars, high.betterThanTenths - low.betterThanTenths];
          return order === 0 ? stars !== 0 || tenths !== 0 : order > 0 && (stars < 0 || tenths < 0);
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('do not depend on the order of the contracts, nor on the unit of the measure', () => {
    fc.assert(
      fc.property(measures, (list) => {
        const backwards = standings(list.toReversed()).toReversed();
        expect(backwards).toEqual(standings(list));
        const larger = list.map(({ numerator, denominator }) => ({
          numerator: numerator * 7n,
          denominator: denominator * 3n,
        }));
        expect(standings(larger)).toEqual(standings(list));
      }),
    );
  });

  it('are as a plain count of those at or below says', () => {
    fc.assert(
      fc.property(measures, (list) => {
        const plain = list.map((mine) => {
          const upTo = list.filter((other) => compareMeasures(other, mine) <= 0).length;
          const percent = (upTo * 100) / list.length;
          return percent <= 14 ? 1 : percent <= 53 ? 2 : percent <= 86 ? 3 : 4;
        });
        expect(standings(list).map(({ stars }) => stars)).toEqual(plain);
      }),
    );
  });
});
