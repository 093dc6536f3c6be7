import { findPlaces } from '#lib/domain/provider-search/places.ts';
import type { TypedPlace } from '#lib/domain/provider-search/public-contract.ts';

const MOST_OTHERS = 5;

/** The place that was typed, and the others it can mean; null where none was. */
export function typedPlace(near: string | null): TypedPlace | null {
  if (near === null) return null;
  const [found = null, ...others] = findPlaces(near);
  return { typed: near, found, others: others.slice(0, MOST_OTHERS) };
}
