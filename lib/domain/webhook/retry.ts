/** Everything about when a webhook is tried again (decision 14), in one place. Seconds, unless the name says otherwise. */
export const RETRY = {
  first: 60,
  /** Each pause is so many times the one before … */
  growth: 2,
  /** … until it is so long. */
  longest: 6 * 3600,
  /** A pause is up to this share shorter or longer, so that systems that fell together do not rise together. */
  jitter: 0.2,
  /** With these pauses about three days. */
  mostAttempts: 20,
  /** An endpoint that nothing has reached for so long is paused. */
  pauseAfterDays: 3,
} as const;

/**
 * The pause after a failed attempt, in whole seconds.
 * @param attempts how many there have been, from 1
 * @param chance from 0 up to but not including 1; it places the pause within its jitter
 * @returns null when there are no more attempts
 */
export function retryPause(attempts: number, chance: number): number | null {
  if (attempts >= RETRY.mostAttempts) return null;
  const pause = Math.min(RETRY.longest, RETRY.first * RETRY.growth ** (attempts - 1));
  return Math.round(pause * (1 + RETRY.jitter * (2 * chance - 1)));
}
