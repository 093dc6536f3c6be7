import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A contract in force or to come, as anybody may know it: nothing personal in it, so nobody has to log in. */
export type PublicContract = {
  readonly kaNumber: string;
  readonly provider: string;
  readonly area: string;
  readonly places: readonly string[];
  readonly languages: readonly string[];
  readonly from: PlainDate;
};

export type PublicProviders = {
  readonly contracts: readonly PublicContract[];
  readonly areas: readonly string[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};
