import type { DocumentStatus } from '#lib/domain/document/document.ts';
import type { InterruptionCause } from '#lib/domain/placement-decision/interruption-cause.ts';
import type { DecisionMoney } from '#lib/domain/placement-decision/shown-effect.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The form of a request for interruption, as it was typed. */
export type TypedInterruption = {
  readonly cause: string;
  readonly happened: string;
  readonly adapted: string;
  readonly said: string;
  readonly lastDay: string;
};

/** The provider's request that a placement ends: why, what was adapted, what the participant says, when. */
export type InterruptionContent = {
  readonly cause: InterruptionCause;
  readonly happened: string;
  /** Adaptations already made. */
  readonly adapted: string;
  /** What the participant says, in their own words. */
  readonly said: string;
  /** The last day in the service that is wished for. */
  readonly lastDay: PlainDate;
  /** The same day, where it is still to come: an answer is needed by then. */
  readonly answerBy: PlainDate | null;
};

export type InterruptionFacts = {
  /** The request that waits or was returned, if any. */
  readonly current: { readonly documentId: string; readonly status: DocumentStatus } | null;
  /** The latest day with something logged or reported; null: nothing is. */
  readonly lastActivityOn: PlainDate | null;
  /** Working days after the last one within which the final report is in. */
  readonly finalReportWorkdays: number;
  /** What the kronor of a decision rest on; null for who does not decide. */
  readonly money: DecisionMoney | null;
};

/** What was decided of a request. */
export type DecidedInterruption =
  | { readonly kind: 'ended'; readonly end: PlainDate; readonly cause: InterruptionCause }
  | { readonly kind: 'goesOn' }
  | { readonly kind: 'returned' };
