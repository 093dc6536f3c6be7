import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeasures, standings } from '#lib/domain/rating/stars.ts';
import type { Measure } from '#lib/domain/result-measure/result-measure.ts';

const measure = (numerator: number, denominator = 1000): Measure => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});
/** Where contracts stand whose measures are known exactly. */
const standing = (given: readonly Measure[]) =>
  standings(given.map((one) => ({ measure: one, low: one, high: one })));

const measures = fc.array(
  fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => measure(n, d)),
  { minLength: 2, maxLength: 60 },
);

describe('stars among rated contracts', () => {
  it('are one up to 14 per cent from below, two up to 53, three up to 86, then four', () => {
    const hundred = Array.from({ length: 100 }, (_, place) => measure(place));
    const stars = standing(hundred).map((one) => one.stars);
    // The 14th, the 53rd and the 86th are the last of theirs.
    expect([13, 14, 52, 53, 85, 86].map((place) => stars[place])).toEqual([1, 2, 2, 3, 3, 4]);
    expect([1, 2, 3, 4].map((wanted) => stars.filter((one) => one === wanted).length)).toEqual([
      14, 39, 33, 14,
    ]);
  });

  it('are the better of two where measures are equal, whatever fractions they are written as', () => {
    // Of seven, place 1 is 14.3 per cent: two stars; one star is for nobody. 1/2 and 2/4 share the place of the higher: 7 of 7.
    expect(standing([measure(1, 2), measure(1, 9), measure(2, 4)]).map(({ stars }) => stars)).toEqual([
      4, 2, 4,
    ]);
    expect(standing([measure(5), measure(5)]).map(({ stars }) => stars)).toEqual([4, 4]);
  });

  it('tell two measures apart that no floating point could', () => {
    const [low, high] = [
      { numerator: 10n ** 30n, denominator: 10n ** 30n + 1n },
      { numerator: 1n, denominator: 1n },
    ];
    expect(compareMeasures(low, high)).toBe(-1);
    expect(standing([high, low]).map(({ betterThanTenths }) => betterThanTenths)).toEqual([10, 0]);
  });

  it('come with how many of ten the contract is better than, never rounded up', () => {
    // Better than 6 of the 7 others is 8.57 of ten.
    const eight = Array.from({ length: 8 }, (_, place) => measure(place));
    expect(standing(eight).map(({ betterThanTenths }) => betterThanTenths)).toEqual([
      0, 1, 2, 4, 5, 7, 8, 10,
    ]);
  });

  it('say between how many of ten it can be, its own measure never among the others', () => {
    const at = (place: number) => ({ measure: measure(place), low: measure(place), high: measure(place) });
    const between = [at(0), { ...at(1), low: measure(0), high: measure(2) }, at(2), at(3), at(4)];
    // Below 2 there are 0 and its own 1: one of four others.
    expect(standings(between)[1]).toEqual({ stars: 2, betterThanTenths: 2, low: 0, high: 2 });
    expect(standings([at(0), { ...at(1), high: measure(9) }, at(2)])[1]).toMatchObject({ low: 5, high: 10 });
  });

  it('are nothing for one alone', () => {
    expect(() => standing([measure(1)])).toThrow(RangeError);
  });

  it('never fall where the measure rises, and are equal where it is', () => {
    fc.assert(
      fc.property(measures, (list) => {
        const stood = standing(list);
        const given = list.map((one, index) => ({ measure: one, standing: stood[index] }));
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
        const backwards = standing(list.toReversed()).toReversed();
        expect(backwards).toEqual(standing(list));
        const larger = list.map(({ numerator, denominator }) => ({
          numerator: numerator * 7n,
          denominator: denominator * 3n,
        }));
        expect(standing(larger)).toEqual(standing(list));
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
        expect(standing(list).map(({ stars }) => stars)).toEqual(plain);
      }),
    );
  });
});
