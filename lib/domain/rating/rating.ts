import { LEVELS } from '#lib/domain/compensation/types.ts';
import { measureInterval } from '#lib/domain/rating/measure-interval.ts';
import { type Standing, standings } from '#lib/domain/rating/stars.ts';
import { type ContractCounts, resultMeasures } from '#lib/domain/result-measure/result-measure.ts';
import { addMonths, type PlainDate } from '#lib/shared/plain-date.ts';

/** How many must have begun in the measuring window, and how many months of contract there must be. */
export const LEAST_STARTERS = 18;
export const LEAST_CONTRACT_MONTHS = 12;

/** Why a contract has no rating: too new, too few who began, or not measured yet (or nobody to compare it with). */
export const NO_RATING_BECAUSE = ['contractTooNew', 'tooFewStarters', 'notMeasured'] as const;
export type NoRatingBecause = (typeof NO_RATING_BECAUSE)[number];

export type Rated = Standing & {
  readonly kind: 'rated';
  /** How many the rating builds on. */
  readonly participants: number;
  /** How many of them reached the first result: work or studies that lasted. Null of what is published: fewer than ten. */
  readonly reached: number | null;
  /** How many of them began so lately that their results can still change. Null of what is published: fewer than ten. */
  readonly preliminary: number | null;
};

/** The rating of a contract, or why it has none. */
export type ContractRating = Rated | { readonly kind: 'none'; readonly because: NoRatingBecause };

/** A contract as it was counted. */
export type MeasuredContract = ContractCounts & {
  readonly from: PlainDate;
  /** How many of its participants began so lately that their results can still change. */
  readonly preliminary: number;
};

/** How sure a rating is, by how wide its interval is: at most two of ten, at most five, or more. */
export function sureness({ low, high }: Pick<Rated, 'low' | 'high'>): 'sure' | 'unsure' | 'veryUnsure' {
  if (high - low <= 2) return 'sure';
  return high - low <= 5 ? 'unsure' : 'veryUnsure';
}

/** The least number of persons that is published: fewer could be known by it. */
const LEAST_PUBLISHED = 10;

/** A number of persons as anybody may see it; null is fewer than ten, none too. */
export function publishedCount(count: number): number | null {
  return count < LEAST_PUBLISHED ? null : count;
}

/** Whether it stands below nobody that matters: equal to so many that it is better than none, and yet not among the lowest. */
export function isAlike({ stars, betterThanTenths }: Pick<Rated, 'stars' | 'betterThanTenths'>): boolean {
  return betterThanTenths === 0 && stars > 1;
}

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
  const standing = standingOf(contracts, today);
  return contracts.map((contract, index): ContractRating => {
    const { from, preliminary } = contract;
    const participants = sum(contract.participants);
    const own = standing.get(index);
    if (own === undefined)
      return { kind: 'none', because: noRatingBecause(from, participants, today) ?? 'notMeasured' };
    return { kind: 'rated', ...own, participants, reached: sum(contract.firstResults), preliminary };
  });
}

/** Where those stand that can be compared, by their place in the list. */
function standingOf(contracts: readonly MeasuredContract[], today: PlainDate): ReadonlyMap<number, Standing> {
  const measures = resultMeasures(contracts);
  const everything = contracts.map(({ participants }) => ({
    participants,
    firstResults: participants,
    secondResults: participants,
  }));
  const best = resultMeasures(everything);
  const compared = contracts.flatMap((contract, index) => {
    const participants = sum(contract.participants);
    const [measure, most] = [measures[index] ?? null, best[index] ?? null];
    if (measure === null || most === null) return [];
    if (noRatingBecause(contract.from, participants, today) !== null) return [];
    return [{ index, interval: measureInterval(measure, most, participants) }];
  });
  if (compared.length < 2) return new Map();
  const given = standings(compared.map(({ interval }) => interval));
  return new Map(given.map((standing, nth) => [compared[nth]?.index ?? -1, standing]));
}

function sum(counts: ContractCounts['participants']): number {
  return Number(LEVELS.reduce((total, level) => total + counts[level], 0n));
}
