/**
 * Why a report is returned or rejected. A short list, version 1, so that refusals can be counted and compared.
 * Source: review, section 4.
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
