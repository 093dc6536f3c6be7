import type { LeftOut } from '#lib/domain/review/approve-together.ts';
import type { QueuedCase } from '#lib/domain/review/review-queue.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';

/** A report as it is read through before it is approved together with others. */
export type TogetherLine = Pick<
  QueuedCase,
  'participantName' | 'providerName' | 'officeName' | 'level' | 'risk'
> & {
  readonly id: string;
  readonly participantId: string;
  readonly version: number;
  readonly month: Month;
  readonly amountOre: Ore;
  /** Codes of the flags. */
  readonly flags: readonly string[];
};

export type Together = {
  readonly reports: readonly TogetherLine[];
  readonly amountOre: Ore;
  readonly leftOut: readonly (TogetherLine & { readonly why: LeftOut })[];
  /** In the view beside those that fit on one page. */
  readonly more: number;
};
