import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { Place } from '#lib/domain/provider-search/places.ts';
import type { ContractRating } from '#lib/domain/rating/rating.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Premises of a contract, as anybody may know them. */
export type PublicOffice = {
  readonly street: string;
  readonly place: string;
  /** Decimal degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  readonly phone: string | null;
  /** As the provider wrote it, in Swedish. */
  readonly openingHours: string | null;
  readonly forms: readonly ActivityForm[];
  /** Codes of `accessibility.ts`, or what somebody wrote. */
  readonly accessibility: readonly string[];
};

/** A contract in force or to come, as anybody may know it: nothing personal in it, so nobody has to log in. */
export type PublicContract = {
  readonly contractId: string;
  readonly kaNumber: string;
  readonly provider: string;
  readonly area: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** What they are good at, in their own words. */
  readonly ownWords: string;
  /** The main one first. */
  readonly offices: readonly PublicOffice[];
  /** From the place that was asked for to the nearest office that fits, whole metres; null where none was. */
  readonly metres: number | null;
};

export type RatedContract = PublicContract & { readonly rating: ContractRating };

export type PublicProviders = {
  readonly contracts: readonly RatedContract[];
  /** How many fit in all. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** What can be asked for in a list: what somebody has. */
export type SearchChoices = {
  readonly areas: readonly string[];
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
};

/** A place that was typed: found, one of several of its name, or none that is known. */
export type TypedPlace = {
  readonly typed: string;
  readonly found: Place | null;
  readonly others: readonly Place[];
};

/** A delivery area on the map: where its premises are, on the whole. */
export type AreaOnMap = {
  readonly area: string;
  readonly lat: number;
  readonly lon: number;
  readonly contracts: number;
  readonly places: readonly string[];
};
