import type { Stars } from '#lib/domain/rating/stars.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How many contracts have how many stars, as last counted; null where nothing has been yet. */
export type RatingSummary = {
  readonly measuredOn: PlainDate | null;
  readonly stars: Readonly<Record<Stars, number>>;
  readonly unrated: number;
};
