import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether JavaScript runs here: what needs it is not there without it. */
export function useRuns(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
