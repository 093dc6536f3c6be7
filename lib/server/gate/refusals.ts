/** What was refused since it was last told: how often, by why (`forbiddenOrigin`) or by what limit (`limit:login`). */
export type Refused = Readonly<Record<string, number>>;

const TOLD_EVERY_MS = 60_000;

/**
 * Counts what the gate turns away and tells of it once a minute, if there was anything: a wave of tries stands in the log
 * as one line, with nobody's address, and fills no disk.
 */
export function countRefusals(
  tell: (refused: Refused) => void,
  everyMs = TOLD_EVERY_MS,
): { readonly note: (why: string) => void; readonly stop: () => void } {
  const counted = new Map<string, number>();
  const tellNow = (): void => {
    if (counted.size === 0) return;
    tell(Object.fromEntries(counted));
    counted.clear();
  };
  const timer = setInterval(tellNow, everyMs);
  timer.unref();
  return {
    // Why is one of the gate's own words: there are no more of them than it knows.
    note: (why) => void counted.set(why, (counted.get(why) ?? 0) + 1),
    stop: () => {
      clearInterval(timer);
      tellNow();
    },
  };
}
