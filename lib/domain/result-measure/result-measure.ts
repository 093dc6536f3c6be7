import { LEVELS, type Level } from '#lib/domain/compensation/types.ts';
import { divideRounded } from '#lib/shared/money.ts';

/** Counts by level, not negative. */
export type LevelCounts = Readonly<Record<Level, bigint>>;

/** One contract in the measuring window: its participants, and how many reached the first and the second result. */
export type ContractCounts = {
  readonly participants: LevelCounts;
  readonly firstResults: LevelCounts;
  readonly secondResults: LevelCounts;
};

/** An exact, not negative fraction; the denominator is above zero. */
export type Measure = { readonly numerator: bigint; readonly denominator: bigint };

/** How much a result counts, by level, before scaling. */
const WEIGHTS: LevelCounts = { A: 203n, B: 277n, C: 380n };

function sum(counts: LevelCounts): bigint {
  return LEVELS.reduce((total, level) => total + counts[level], 0n);
}

function weighted(counts: LevelCounts): bigint {
  return LEVELS.reduce((total, level) => total + counts[level] * WEIGHTS[level], 0n);
}

/**
 * The result measure of each contract, in the same order, exactly: weighted results ÷ (2 × participants), with weights
 * scaled so that their mean over all participants of all contracts is 1. Null for a contract without participants.
 * (Choice model section 5: as the authority publishes it.)
 */
export function resultMeasures(contracts: readonly ContractCounts[]): readonly (Measure | null)[] {
  const everybody = contracts.reduce((total, { participants }) => total + sum(participants), 0n);
  const allWeights = contracts.reduce((total, { participants }) => total + weighted(participants), 0n);
  return contracts.map(({ participants, firstResults, secondResults }) => {
    const own = sum(participants);
    if (own === 0n) return null;
    // A scaled weight is w × everybody ÷ allWeights.
    const results = weighted(firstResults) + weighted(secondResults);
    return { numerator: results * everybody, denominator: 2n * own * allWeights };
  });
}

/** The measure with three decimals, halves away from zero (`0.667`); empty where there is none. */
export function formatMeasure(measure: Measure | null): string {
  if (measure === null) return '';
  const thousandths = divideRounded(measure.numerator * 1000n, measure.denominator);
  return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`;
}
