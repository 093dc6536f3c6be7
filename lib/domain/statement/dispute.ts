import type { Delta } from '#lib/domain/compensation/evaluation.ts';
import type { Posting } from '#lib/domain/compensation/types.ts';
import { componentOf, entitlementOf } from '#lib/domain/statement/entry-key.ts';
import { type Ore, ore, sumOre } from '#lib/shared/money.ts';

/** How a dispute ended: the facts gave another amount, the same amount, or the provider took it back. */
export type DisputeClosing = 'corrected' | 'unchanged' | 'withdrawn';

/** A part that somebody has had in what is disputed. */
export type DisputePart = 'decided' | 'submitted' | 'disputed' | 'closedEarlier';

export type DisputeFault =
  | 'alreadyDisputed'
  | 'alreadyReconsidered'
  | 'closed'
  | 'hasPart'
  | 'effectChanged'
  | 'effectUnknown';

/** Disputes that there have been about one amount of one statement. */
export type EarlierDisputes = {
  readonly open: number;
  /** Closed with an answer; those that were withdrawn do not count. */
  readonly answered: number;
};

/** Times that one amount is answered: once, and once more after a reconsideration by another reviewer (review section 4). */
const MOST_ANSWERS = 2;

/** Why an amount cannot be disputed now; null where it can. One dispute at a time, and one reconsideration. */
export function openingFault({ open, answered }: EarlierDisputes): DisputeFault | null {
  if (open > 0) return 'alreadyDisputed';
  return answered >= MOST_ANSWERS ? 'alreadyReconsidered' : null;
}

/**
 * Why somebody with these parts does not close an open dispute; null where they may. Who decided on the month's report or
 * on the outcome can correct it, but the answer is another reviewer's.
 */
export function closingFault(
  closing: DisputeClosing | null,
  parts: readonly DisputePart[],
): DisputeFault | null {
  if (closing !== null) return 'closed';
  return parts.length > 0 ? 'hasPart' : null;
}

/** What the facts of today change about a disputed amount since its statement, in öre. */
export type DisputeEffect = {
  /** What they give less what stood when the statement was made; 0 where they give the same. */
  readonly effectOre: Ore;
  /** The part of it that a later statement has posted already. */
  readonly postedOre: Ore;
  /** The part that the next statement will post. */
  readonly nextOre: Ore;
};

/**
 * Whether a posted key is a part of what a disputed key is about: the whole month for base pay, whatever its rate rows;
 * everything that an outcome gives for `outcome`; else the key itself.
 */
function isPartOf(key: string, disputed: string): boolean {
  if (disputed === 'outcome') return componentOf(key) !== 'basePay';
  return entitlementOf(key) === entitlementOf(disputed);
}

/**
 * The effect on a disputed key of the facts of today (compensation model section 5): the deltas that are left to post and
 * what statements after the disputed one posted. Never a figure that somebody gave.
 */
export function disputeEffect(
  disputed: string,
  deltas: readonly Delta[],
  postedLater: readonly Posting[],
): DisputeEffect {
  const total = (postings: readonly Posting[]): Ore =>
    sumOre(postings.filter(({ key }) => isPartOf(key, disputed)).map(({ amountOre }) => amountOre));
  const nextOre = total(deltas);
  const postedOre = total(postedLater);
  return { effectOre: ore(nextOre + postedOre), postedOre, nextOre };
}

/** How a dispute closes follows from the facts alone. */
export function closingOf({ effectOre }: DisputeEffect): 'corrected' | 'unchanged' {
  return effectOre === 0 ? 'unchanged' : 'corrected';
}
