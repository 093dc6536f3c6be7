const LONGEST_REASON = 180;

/** The beginning of what a reviewer wrote, as much as a line of a list holds. */
export function shortened(reason: string): string {
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON).trimEnd()}…` : reason;
}
