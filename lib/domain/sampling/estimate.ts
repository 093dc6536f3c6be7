import { type Interval, upperShare } from '#lib/domain/sampling/beta.ts';
import { effectiveSize, shareInterval } from '#lib/domain/sampling/effective-size.ts';
import { ore, type Ore } from '#lib/shared/money.ts';

/** A drawn report that was found to be in error: what it was drawn at, and how much of that does not stand, both in öre. */
export type DrawnError = { readonly amountOre: Ore; readonly errorOre: Ore };

/** A stratum of a cycle as the estimate sees it. */
export type SampledStratum = {
  /** Reports in the frame, and what they were worth together. */
  readonly frameCount: number;
  readonly frameOre: Ore;
  readonly drawnCount: number;
  /** Drawn ones that are finally decided; what is not is not told yet. */
  readonly decidedCount: number;
  readonly errors: readonly DrawnError[];
};

/** What is said of reports that the rules approved without anybody having looked. */
export type Estimate = {
  readonly frameCount: number;
  readonly drawnCount: number;
  readonly decidedCount: number;
  readonly errorCount: number;
  /** Shares 0–1. Null where nothing is decided yet. */
  readonly share: (Interval & { readonly estimate: number }) | null;
  /** In öre; `low` is what was found. Null where nothing is decided yet. */
  readonly amount: { readonly estimate: Ore; readonly low: Ore; readonly high: Ore } | null;
  /** Every drawn report is decided; else the figures are preliminary. */
  readonly isFinal: boolean;
  /** The sample is too small to tell: see {@link WIDEST}. */
  readonly isTooSmall: boolean;
};

/** An interval wider than ten percentage points says too little to judge by: the sample is too small to tell. */
export const WIDEST = 0.1;

const CONFIDENCE_TAIL = 0.025;

/**
 * The share and amount of error among the reports of a cycle (of one provider, or of all: any strata together), estimated from those
 * that were drawn and decided, each counting for as many as its stratum has to it (Horvitz–Thompson), with a 95 % interval. Strata
 * that are looked through whole are certain. The interval of the share is Clopper's and Pearson's on the effective size of the
 * sample; the amount's upper bound is Stringer's, which is above 0 also where no error was drawn. Source: review section 3.
 */
export function estimate(strata: readonly SampledStratum[]): Estimate {
  const sum = (of: (stratum: SampledStratum) => number): number =>
    strata.reduce((total, stratum) => total + of(stratum), 0);
  const known = strata.filter(({ decidedCount }) => decidedCount > 0);
  const share = known.length === 0 ? null : shareOf(known);
  const counts = {
    frameCount: sum(({ frameCount }) => frameCount),
    drawnCount: sum(({ drawnCount }) => drawnCount),
    decidedCount: sum(({ decidedCount }) => decidedCount),
    errorCount: sum(({ errors }) => errors.length),
  };
  return {
    ...counts,
    share,
    amount: known.length === 0 ? null : amountOf(known),
    isFinal: counts.decidedCount === counts.drawnCount,
    isTooSmall: share !== null && share.high - share.low > WIDEST,
  };
}

const isWhole = ({ frameCount, decidedCount }: SampledStratum): boolean => frameCount === decidedCount;

function shareOf(strata: readonly SampledStratum[]): Interval & { readonly estimate: number } {
  const all = strata.reduce((total, { frameCount }) => total + frameCount, 0);
  const found = strata.reduce((total, { errors }) => total + errors.length, 0);
  const sound = strata.reduce((total, { decidedCount, errors }) => total + decidedCount - errors.length, 0);
  const certain = strata.filter(isWhole).reduce((total, { errors }) => total + errors.length, 0);
  const rest = strata.filter((stratum) => !isWhole(stratum));
  const counts = rest.map(({ frameCount, decidedCount, errors }) => ({
    frameCount,
    drawnCount: decidedCount,
    errorCount: errors.length,
  }));
  const within = shareInterval(counts);
  const left = rest.reduce((total, { frameCount }) => total + frameCount, 0);
  return {
    estimate: (certain + left * within.estimate) / all,
    // What was seen is certain: so many are in error, and so many are not.
    low: Math.max(found, certain + left * within.low) / all,
    high: Math.min(all - sound, certain + left * within.high) / all,
  };
}

function amountOf(strata: readonly SampledStratum[]): { estimate: Ore; low: Ore; high: Ore } {
  let estimated = 0;
  let found = 0;
  let certain = 0;
  for (const stratum of strata) {
    const errorOre = stratum.errors.reduce((total, error) => total + error.errorOre, 0);
    found += errorOre;
    estimated += (errorOre * stratum.frameCount) / stratum.decidedCount;
    if (isWhole(stratum)) certain += errorOre;
  }
  const rest = strata.filter((stratum) => !isWhole(stratum));
  const high = Math.max(estimated, certain + stringerBound(rest));
  return {
    estimate: ore(Math.round(estimated)),
    low: ore(found),
    high: ore(Math.round(Math.max(found, high))),
  };
}

/**
 * The greatest amount of error that the drawn reports let be (97.5 %), after Stringer: the frame's amount × the upper bound of no
 * error at all, and for each drawn error, the gravest first, what one more raises that bound by × the share of its amount that
 * does not stand. An error counts for as many drawn ones as its weight is to theirs.
 */
function stringerBound(strata: readonly SampledStratum[]): number {
  if (strata.length === 0) return 0;
  const frameOre = strata.reduce((total, stratum) => total + stratum.frameOre, 0);
  const errors = strata.flatMap((stratum) =>
    stratum.errors.map(({ amountOre, errorOre }) => ({
      weight: stratum.frameCount / stratum.decidedCount,
      taint: amountOre > 0 ? Math.min(1, errorOre / amountOre) : 0,
    })),
  );
  const counts = strata.map(({ frameCount, decidedCount, errors: drawn }) => ({
    frameCount,
    drawnCount: decidedCount,
    errorCount: drawn.length,
  }));
  const size = effectiveSize(counts);
  const frameCount = strata.reduce((total, stratum) => total + stratum.frameCount, 0);
  let seen = 0;
  let bound = upperShare(0, size, CONFIDENCE_TAIL);
  for (const { weight, taint } of errors.toSorted((a, b) => b.taint - a.taint)) {
    const next = seen + (size * weight) / frameCount;
    bound += (upperShare(next, size, CONFIDENCE_TAIL) - upperShare(seen, size, CONFIDENCE_TAIL)) * taint;
    seen = next;
  }
  return Math.min(1, bound) * frameOre;
}
