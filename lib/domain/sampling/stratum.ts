import type { Level } from '#lib/domain/compensation/types.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { addMonths, type PlainDate } from '#lib/shared/plain-date.ts';

/** A provider's reports of one delivery area and level: what is drawn from together. */
export type StratumKey = {
  readonly providerId: string;
  readonly deliveryAreaId: string;
  readonly level: Level;
};

/** Why a share is what it is. Stored with strata: add, never rename. */
export const SHARE_REASONS = ['normal', 'newContract', 'findings'] as const;
export type ShareReason = (typeof SHARE_REASONS)[number];

export type SampleShare = { readonly permille: number; readonly because: ShareReason };

type ShareTerms = Pick<
  Terms,
  'samplePermille' | 'sampleNewPermille' | 'sampleNewMonths' | 'sampleFindingPermille' | 'sampleFindingMonths'
>;

/** Whether `today` is within so many months of `from`: before the same day of the month that comes then. */
function isWithin(from: PlainDate, months: number, today: PlainDate): boolean {
  return today < addMonths(from, months);
}

/**
 * The share of a stratum that is drawn, per mille: the highest of those that apply on the day of the draw. The contract's first
 * months count from its first day, upheld findings from the day of the latest. Source: review section 3.
 */
export function sampleShare(
  facts: { readonly contractFrom: PlainDate; readonly lastFindingOn: PlainDate | null },
  terms: ShareTerms,
  today: PlainDate,
): SampleShare {
  const { contractFrom, lastFindingOn } = facts;
  const shares: SampleShare[] = [{ permille: terms.samplePermille, because: 'normal' }];
  if (isWithin(contractFrom, terms.sampleNewMonths, today))
    shares.push({ permille: terms.sampleNewPermille, because: 'newContract' });
  if (lastFindingOn !== null && isWithin(lastFindingOn, terms.sampleFindingMonths, today))
    shares.push({ permille: terms.sampleFindingPermille, because: 'findings' });
  return shares.reduce((most, share) => (share.permille > most.permille ? share : most));
}

/**
 * How many of a stratum's `count` reports are drawn: the share of them rounded up, at least `least`, at most all. With 5 % and at
 * least 1 it is 1 of 1–20 and 2 of 21–40.
 */
export function sampleSize(count: number, permille: number, least: number): number {
  return Math.min(count, Math.max(least, Math.ceil((count * permille) / 1000)));
}
