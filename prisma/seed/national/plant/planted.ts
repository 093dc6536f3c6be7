/** What the generator did on purpose, kept where no check can read it. */
export type Planted = {
  readonly code: FaultCode;
  /** What a finding would be about. */
  readonly subject: 'report' | 'outcome' | 'document';
  readonly id: string;
  /** The variation; for those that follow from another, what of. */
  readonly way: string;
  /**
   * `fault`: a check should find it. `nearMiss`: it is on the right side of the line, and should be left alone. `open`: what the
   * contract asks of such a month it does not say; findings count neither way.
   */
  readonly kind: 'fault' | 'nearMiss' | 'open';
};

/** Codes of review section 1. */
export const FAULT_CODES = {
  MANDATORY_MISSING: 'hold',
  ABSENT_BUT_ACTIVE: 'hold',
  PARTICIPANT_DISPUTES: 'hold',
  IMPOSSIBLE_TIME: 'hold',
  RELATED_EMPLOYER: 'hold',
  EMPLOYED_BEFORE: 'hold',
  BELOW_MINIMUM: 'flag',
  TOO_LITTLE_ON_SITE: 'flag',
  MEETING_INTERVAL: 'flag',
  COPIED_HOURS: 'flag',
  COPIED_TEXT: 'flag',
  UNLIKELY_LEVEL: 'flag',
  COACH_OVERLOAD: 'flag',
  DISTANCE_ONLY: 'flag',
  LATE: 'flag',
  RUSHED_BATCH: 'flag',
} as const satisfies Readonly<Record<string, 'hold' | 'flag'>>;
export type FaultCode = keyof typeof FAULT_CODES;
