import type { Because } from '#lib/domain/compensation/because.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type Component = 'basePay' | 'resultPay' | 'speedBonus' | 'supplement';

export const BASE_PAY_REASONS = ['reportMissing', 'reportNotApproved', 'reportTooLate'] as const;
export type BasePayReason = (typeof BASE_PAY_REASONS)[number];
export const OUTCOME_REASONS = [
  'noService',
  'rejected',
  'typeNotEligible',
  'relatedEmployer',
  'extentTooLow',
  'startedTooLate',
  'signalledTooLate',
] as const;
/** Why nothing of an outcome is payable. */
export type OutcomeReason = (typeof OUTCOME_REASONS)[number];
export const MILESTONE_REASONS = ['broken', 'notVerified', 'notApproved'] as const;
/** Why a milestone, and what it releases, is not payable. */
export type MilestoneReason = (typeof MILESTONE_REASONS)[number];
/** Every reason of the model, in the order in which it asks. */
export const NOT_PAYABLE_REASONS = [...BASE_PAY_REASONS, ...OUTCOME_REASONS, ...MILESTONE_REASONS] as const;
export type NotPayableReason = (typeof NOT_PAYABLE_REASONS)[number];

/** An amount that is earned, with the steps that produced it. */
export type Line = {
  readonly key: string;
  readonly component: Component;
  readonly quantity: number;
  /** Price of one; null where days of different prices are summed. */
  readonly unitOre: Ore | null;
  readonly amountOre: Ore;
  readonly because: readonly Because[];
};
/**
 * Whether the quantity of a line counts days: base pay does, and a bonus of unused days, which has no price of one
 * (compensation model section 4). All else is counted by the piece, a bonus by tiers too.
 */
export function countsDays({ component, unitOre }: Pick<Line, 'component' | 'unitOre'>): boolean {
  return component === 'basePay' || (component === 'speedBonus' && unitOre === null);
}
/** An amount that will be earned on a day ahead, if it lasts. */
export type Pending = {
  readonly key: string;
  readonly component: Component;
  readonly dueOn: PlainDate;
  readonly amountOre: Ore;
};
/** An amount that is at stake but not earned, with its reason. */
export type NotPayable = {
  readonly key: string;
  readonly component: Component;
  readonly reason: NotPayableReason;
  readonly amountOre: Ore;
};
/** What differs between the facts of today and what is posted. */
export type Delta = { readonly key: string; readonly amountOre: Ore };

/** What one placement gives (compensation model section 8). */
export type Evaluation = {
  readonly lines: readonly Line[];
  readonly pending: readonly Pending[];
  readonly notPayable: readonly NotPayable[];
  readonly deltas: readonly Delta[];
  readonly totals: { readonly earnedOre: Ore; readonly postedOre: Ore; readonly deltaOre: Ore };
};

/** A part's entries, while an evaluation is put together. Entries are in the order of the model. */
export type Entries = Pick<Evaluation, 'lines' | 'pending' | 'notPayable'>;

export const NO_ENTRIES: Entries = { lines: [], pending: [], notPayable: [] };
