import type { Measure } from '#lib/domain/result-measure/result-measure.ts';

export const STARS = [1, 2, 3, 4] as const;
export type Stars = (typeof STARS)[number];

/** Up to and with so many per cent of the rated contracts, from below: one, two, three stars. */
export const STAR_LIMITS = { 1: 14n, 2: 53n, 3: 86n } as const;

/** Where a contract stands among those that are rated. */
export type Standing = {
  readonly stars: Stars;
  /** Of ten rated contracts, how many it is better than; rounded down, 0–9. */
  readonly betterThanTenths: number;
};

/** Whether a is less than, equal to or more than b, exactly: below, at or above 0. */
export function compareMeasures(a: Measure, b: Measure): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Stars and words of each rated contract, in the same order: from below the first 14 per cent get one star, up to 53 two, up to
 * 86 three, those above four. Equal measures share the better. (Choice model section 5.)
 */
export function standings(measures: readonly Measure[]): readonly Standing[] {
  const sorted = measures.toSorted(compareMeasures);
  const all = BigInt(sorted.length);
  return measures.map((measure) => {
    const below = firstThat(sorted, (other) => compareMeasures(other, measure) >= 0);
    const upTo = firstThat(sorted, (other) => compareMeasures(other, measure) > 0);
    const percent = (limit: bigint): boolean => BigInt(upTo) * 100n <= limit * all;
    const stars = percent(STAR_LIMITS[1]) ? 1 : percent(STAR_LIMITS[2]) ? 2 : percent(STAR_LIMITS[3]) ? 3 : 4;
    return { stars, betterThanTenths: Number((BigInt(below) * 10n) / all) };
  });
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
