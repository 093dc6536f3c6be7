/** Version of the list below. A code keeps its meaning for ever; a new one makes a new version, stored with the decision. */
export const REASON_CODES_VERSION = 1;

/**
 * Why a report is returned or rejected, or fewer minutes of it approved. A short list, so that refusals can be counted and
 * compared. Source: review, section 4.
 */
export const REASON_CODES = [
  'activityNotShown',
  'activityNotPermitted',
  'wrongMonth',
  'wrongParticipant',
  'minutes',
  'evidenceInsufficient',
  'other',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

export function isReasonCode(value: unknown): value is ReasonCode {
  return REASON_CODES.some((code) => code === value);
}
