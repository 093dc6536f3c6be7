const KIBI = 1024;

/**
 * What one call of the open calculation may ask for. Everything is far above what real placements need; together they bound the
 * work that a call can cause, and `workMilliseconds` ends what slips through.
 */
export const EVALUATE_LIMITS = {
  /** Of the whole body. */
  bodyBytes: 2048 * KIBI,
  /** Of one `{ agreement, facts }`: what is calculated in one go, while everybody else waits. */
  elementBytes: 64 * KIBI,
  elements: 2000,
  answerBytes: 16_384 * KIBI,
  /** Of the portal's own time. */
  workMilliseconds: 1000,
  /** A call takes one token of the limit for its address for each beginning piece of so many bytes. */
  bytesPerToken: 256 * KIBI,
} as const;
