import { LEVELS } from '#lib/domain/compensation/types.ts';
import { wilson } from '#lib/domain/insight/wilson.ts';
import { type Stars, standings } from '#lib/domain/rating/stars.ts';
import { type ContractCounts, resultMeasures } from '#lib/domain/result-measure/result-measure.ts';
import { addMonths, type PlainDate } from '#lib/shared/plain-date.ts';

/** How many must have begun in the measuring window, and how many months of contract there must be. */
export const LEAST_STARTERS = 18;
export const LEAST_CONTRACT_MONTHS = 12;

/** Why a contract has no rating: too new, too few who began, or not measured yet. */
export const NO_RATING_BECAUSE = ['contractTooNew', 'tooFewStarters', 'notMeasured'] as const;
export type NoRatingBecause = (typeof NO_RATING_BECAUSE)[number];

export type Rated = {
  readonly kind: 'rated';
  readonly stars: Stars;
  /** Of ten rated contracts, how many it is better than; 0–9. */
  readonly betterThanTenths: number;
  /** How many the rating builds on. */
  readonly participants: number;
  /** How many of them reached the first result: work or studies that lasted. */
  readonly reached: number;
  /** The share that reached it with its 95 % interval (Wilson), outwards to whole per cent: 0–100. */
  readonly low: number;
  readonly high: number;
  /** How many of them began so lately that their results can still change. */
  readonly preliminary: number;
};

/** The rating of a contract, or why it has none. */
export type ContractRating = Rated | { readonly kind: 'none'; readonly because: NoRatingBecause };

/** A contract as it was counted. */
export type MeasuredContract = ContractCounts & {
  readonly from: PlainDate;
  /** How many of its participants began so lately that their results can still change. */
  readonly preliminary: number;
};

/** Why there is no rating whatever the figures are, or null. */
export function noRatingBecause(
  contractFrom: PlainDate,
  participants: number,
  today: PlainDate,
): NoRatingBecause | null {
  if (contractFrom > addMonths(today, -LEAST_CONTRACT_MONTHS)) return 'contractTooNew';
  return participants < LEAST_STARTERS ? 'tooFewStarters' : null;
}

/**
 * The rating of each contract on a day, in the same order. All contracts set the weights of the measure, those with 12 months
 * of contract and 18 starters are compared (choice model section 5).
 */
export function rateContracts(
  contracts: readonly MeasuredContract[],
  today: PlainDate,
): readonly ContractRating[] {
  const measures = resultMeasures(contracts);
  const compared = contracts.flatMap((contract, index) => {
    const measure = measures[index] ?? null;
    const because = noRatingBecause(contract.from, sum(contract.participants), today);
    return measure === null || because !== null ? [] : [{ index, measure }];
  });
  const places = standings(compared.map(({ measure }) => measure));
  const placeOf = new Map(compared.map(({ index }, nth) => [index, places[nth]]));
  return contracts.map((contract, index): ContractRating => {
    const participants = sum(contract.participants);
    const place = placeOf.get(index);
    if (place === undefined) {
      const because = noRatingBecause(contract.from, participants, today) ?? 'notMeasured';
      return { kind: 'none', because };
    }
    const { preliminary } = contract;
    return { kind: 'rated', ...place, participants, preliminary, ...reachedShare(contract, participants) };
  });
}

function reachedShare(
  { firstResults }: ContractCounts,
  participants: number,
): Pick<Rated, 'reached' | 'low' | 'high'> {
  const reached = sum(firstResults);
  const { low, high } = wilson(reached, participants) ?? { low: 0, high: 1 };
  return { reached, low: Math.floor(low * 100), high: Math.ceil(high * 100) };
}

function sum(counts: ContractCounts['participants']): number {
  return Number(LEVELS.reduce((total, level) => total + counts[level], 0n));
}
