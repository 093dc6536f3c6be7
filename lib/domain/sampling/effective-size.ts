import { clopperPearson, type Interval } from '#lib/domain/sampling/beta.ts';

/** What was drawn of a stratum that was not looked through whole. */
export type Counted = {
  readonly frameCount: number;
  /** 1 or more, less than the frame. */
  readonly drawnCount: number;
  readonly errorCount: number;
};

/** The estimated share of error in all strata together, each drawn one counting for as many as its stratum has to it; 0–1. */
function weightedShare(strata: readonly Counted[]): number {
  let frame = 0;
  let errors = 0;
  for (const { frameCount, drawnCount, errorCount } of strata) {
    frame += frameCount;
    errors += (frameCount * errorCount) / drawnCount;
  }
  return frame === 0 ? 0 : errors / frame;
}

/**
 * How many drawn reports a simple random sample would need to tell as much: the least of the number drawn, Kish's (Σw)² ÷ Σw², which
 * unequal weights lower, and Korn's and Graubard's p(1 − p) ÷ variance, which unequal shares of error in unequal strata lower. Where
 * no error was drawn, or nothing else, the variance says nothing and the first two decide. Source: review section 3.
 */
export function effectiveSize(strata: readonly Counted[]): number {
  let drawn = 0;
  let frame = 0;
  let squares = 0;
  for (const { frameCount, drawnCount } of strata) {
    drawn += drawnCount;
    frame += frameCount;
    squares += frameCount ** 2 / drawnCount;
  }
  const byWeights = Math.min(drawn, frame ** 2 / squares);
  const share = weightedShare(strata);
  const variance = varianceOfTotal(strata) / frame ** 2;
  return variance > 0 ? Math.min(byWeights, (share * (1 - share)) / variance) : byWeights;
}

/** The estimated share of error with its 95 % interval; 0–0 where there are no strata. */
export function shareInterval(strata: readonly Counted[]): Interval & { readonly estimate: number } {
  if (strata.length === 0) return { estimate: 0, low: 0, high: 0 };
  const share = weightedShare(strata);
  const size = effectiveSize(strata);
  return { estimate: share, ...clopperPearson(share * size, size) };
}

/**
 * The variance of the estimated number of errors. Within a stratum of two or more it is that of drawing without replacement. Strata
 * of which one was drawn tell nothing of themselves: they are collapsed with the one next in size, which gives too much rather
 * than too little, since it counts as chance what differs between them.
 */
function varianceOfTotal(strata: readonly Counted[]): number {
  const several = strata
    .filter(({ drawnCount }) => drawnCount > 1)
    .reduce((sum, stratum) => sum + ownVariance(stratum), 0);
  const single = strata
    .filter(({ drawnCount }) => drawnCount === 1)
    .toSorted((a, b) => a.frameCount - b.frameCount);
  return several + collapsedVariance(single);
}

function ownVariance({ frameCount, drawnCount, errorCount }: Counted): number {
  const share = errorCount / drawnCount;
  const within = (drawnCount / (drawnCount - 1)) * share * (1 - share);
  return (frameCount ** 2 * (1 - drawnCount / frameCount) * within) / drawnCount;
}

/** Of pairs next to each other in size, the last three together where they do not come out even: L ÷ (L − 1) × Σ(total − its part)². */
function collapsedVariance(single: readonly Counted[]): number {
  let variance = 0;
  for (let at = 0; at < single.length; ) {
    const left = single.length - at;
    const group = single.slice(at, at + (left === 3 ? 3 : 2));
    at += group.length;
    variance += groupVariance(group);
  }
  return variance;
}

function groupVariance(group: readonly Counted[]): number {
  const frame = group.reduce((sum, { frameCount }) => sum + frameCount, 0);
  const total = group.reduce((sum, { frameCount, errorCount }) => sum + frameCount * errorCount, 0);
  if (group.length === 1) {
    // Alone of its kind: as if the share of error were one half.
    return total > 0 ? frame ** 2 / 4 : 0;
  }
  const apart = group.reduce(
    (sum, { frameCount, errorCount }) => sum + (frameCount * errorCount - (frameCount / frame) * total) ** 2,
    0,
  );
  return (group.length / (group.length - 1)) * apart;
}
