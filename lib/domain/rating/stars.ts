import type { Measure } from '#lib/domain/result-measure/result-measure.ts';

export const STARS = [1, 2, 3, 4] as const;
export type Stars = (typeof STARS)[number];

/** Up to and with so many per cent of the rated contracts, from below: one, two, three stars. */
export const STAR_LIMITS = { 1: 14n, 2: 53n, 3: 86n } as const;

/** The measure of a contract, and where it can be with few participants. */
export type MeasureInterval = { readonly measure: Measure; readonly low: Measure; readonly high: Measure };

/** Where a contract stands among those that are rated: of ten others, how many it is better than, each 0–10 and rounded down. */
export type Standing = {
  readonly stars: Stars;
  readonly betterThanTenths: number;
  /** The same at both ends of its interval. */
  readonly low: number;
  readonly high: number;
};

/** Whether a is less than, equal to or more than b, exactly: below, at or above 0. */
export function compareMeasures(a: Measure, b: Measure): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Where each rated contract stands, in the same order: from below the first 14 per cent get one star, up to 53 two, up to 86
 * three, those above four. Equal measures share the better. (Choice model section 5.) Throws RangeError for fewer than two.
 */
export function standings(contracts: readonly MeasureInterval[]): readonly Standing[] {
  if (contracts.length < 2) throw new RangeError('One contract alone stands nowhere among others');
  const sorted = contracts.map(({ measure }) => measure).toSorted(compareMeasures);
  return contracts.map(({ measure, low, high }) => {
    const upTo = firstThat(sorted, (other) => compareMeasures(other, measure) > 0);
    const tenths = (end: Measure): number => {
      const below = firstThat(sorted, (other) => compareMeasures(other, end) >= 0);
      // One's own measure is not among the others.
      const others = compareMeasures(measure, end) < 0 ? below - 1 : below;
      return Math.floor((others * 10) / (sorted.length - 1));
    };
    return {
      stars: starsAt(BigInt(upTo), BigInt(sorted.length)),
      betterThanTenths: tenths(measure),
      low: tenths(low),
      high: tenths(high),
    };
  });
}

function starsAt(place: bigint, of: bigint): Stars {
  return ([1, 2, 3] as const).find((stars) => place * 100n <= STAR_LIMITS[stars] * of) ?? 4;
}

/** The place of the first that holds in a list where all after it hold, too; its length where none does. */
function firstThat<T>(sorted: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const one = sorted[middle];
    if (one !== undefined && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
