/** `waiting` for its first or next attempt · `delivered`: answered with 2xx · `failed`: there are no more attempts. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt came to nothing. */
export const DELIVERY_FAILURES = [
  /** Answered, but not with 2xx; redirects are not followed. */
  'status',
  'timeout',
  /** Nobody answers there, or the connection broke. */
  'unreachable',
  /** The certificate is not in order. */
  'certificate',
  /** There is no such name. */
  'noAddress',
  /** The name leads to an address that is not public. */
  'notPublic',
] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** What came of one attempt. */
export type Attempted = {
  /** Null: it was delivered. */
  readonly failure: DeliveryFailure | null;
  readonly status: number | null;
  /** The first characters of the answer, as they came. */
  readonly answer: string | null;
};

/** Most characters of an answer that are kept. */
export const ANSWER_CHARACTERS = 200;

export const ENDPOINT_STATES = ['active', 'paused'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];
export type PauseReason = 'person' | 'failures';

/** Most endpoints of one provider. */
export const MOST_ENDPOINTS = 5;
