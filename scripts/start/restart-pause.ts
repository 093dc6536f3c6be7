const FIRST_MS = 250;
const LONGEST_MS = 5_000;

/** A part that has lived so long was in order: what ends it then is new, and it is brought back at once. */
export const IN_ORDER_MS = 2_000;

/** Milliseconds to wait before a part is started again that has failed so many times in a row. */
export function restartPause(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
}
