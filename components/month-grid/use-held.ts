import { useSyncExternalStore } from 'react';
import type { Held } from '#lib/client/month-grid/held.ts';

/** Follows what is made of a held value; renders again only when that is another. */
export function useHeld<Value, Part>(held: Held<Value>, part: (value: Value) => Part): Part {
  const now = (): Part => part(held.get());
  return useSyncExternalStore(held.subscribe, now, now);
}
