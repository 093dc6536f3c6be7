import type { Estimate } from '#lib/domain/sampling/estimate.ts';
import type { Month } from '#lib/shared/month.ts';

/** What the list of providers can be ordered by. */
export const PROVIDER_SORTS = [
  'name',
  'placements',
  'waiting',
  'overdue',
  'refused',
  'holds',
  'deviations',
  'requests',
  'complaints',
  'errors',
] as const;
export type ProviderSort = (typeof PROVIDER_SORTS)[number];

/** A part of a whole, both counted. */
export type Part = { readonly part: number; readonly of: number };

/** A provider's key figures: what is now, and what came of the months asked about. */
export type ProviderFigures = {
  readonly providerId: string;
  readonly name: string;
  readonly orgNo: string;
  /** Placements with service days today. */
  readonly placements: number;
  /** Reports that wait for a reviewer, and those of them whose day has passed. */
  readonly waiting: number;
  readonly overdue: number;
  /** Months' reports that were returned or rejected, of those decided. */
  readonly refused: Part;
  /** Holds that whoever decided found right, of those judged. */
  readonly holds: Part;
  /** Deviation reports that nobody has decided on; requests likewise. */
  readonly deviations: number;
  readonly requests: number;
  /** Complaints received in the months. */
  readonly complaints: number;
  /** Drawn reports in error, of those drawn, in the cycles that are closed. */
  readonly errors: Part;
  /** The estimated share in error of all that the rules approved, with its interval; null where nothing has been drawn. */
  readonly errorShare: Estimate['share'];
  /** The sample is too small to tell by. */
  readonly isTooSmall: boolean;
};

export type ProviderList = {
  readonly from: Month;
  readonly to: Month;
  readonly providers: readonly ProviderFigures[];
  readonly areas: readonly string[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly readAt: string;
};
