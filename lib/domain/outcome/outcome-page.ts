import type { OutcomeReason } from '#lib/domain/compensation/evaluation.ts';
import type { EndReason, Level, OutcomeType } from '#lib/domain/compensation/types.ts';
import type { Effect, KeyEffect } from '#lib/domain/effect/effect.ts';
import type { OutcomeFinding } from '#lib/domain/outcome/outcome-finding.ts';
import type { OutcomeSpell, OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import type { OutcomeClock, OutcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** An outcome as it stands in its table. */
export type StoredOutcome = {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly placementId: string;
  readonly type: OutcomeType;
  readonly status: OutcomeStatus;
  readonly from: PlainDate;
  readonly signalledOn: PlainDate;
  readonly appliedOn: PlainDate | null;
  /** Exclusive. */
  readonly verifiedThrough: PlainDate | null;
  readonly submittedAt: string;
  readonly submittedByPersonId: string | null;
  readonly submittedByName: string | null;
  readonly spells: readonly OutcomeSpell[];
};

/** The placement that an outcome belongs to. */
export type OutcomePlacement = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly implementationReference: string;
  readonly level: Level;
  readonly providerName: string;
  readonly agreementName: string;
  readonly periods: readonly { readonly number: number; readonly from: PlainDate; readonly to: PlainDate }[];
  readonly end: PlainDate | null;
  readonly endReason: EndReason | null;
};

export type ShownOutcomeDecision = {
  readonly id: string;
  readonly number: number;
  readonly decision: 'approve' | 'return' | 'reject';
  readonly verifiedThrough: PlainDate | null;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedByName: string | null;
  readonly effectOre: Ore | null;
};

/** How the outcome stands: its clock, and each amount paid, pending or not payable with its reason. */
export type OutcomeStanding = {
  readonly clock: OutcomeClock | OutcomeReason | null;
  readonly amounts: readonly Pick<KeyEffect, 'key' | 'component' | 'after'>[];
};

/** What an approval does when evidence reaches so far (exclusive), or further; null: not so far as to release anything. */
export type ApprovalStep = { readonly verifiedThrough: PlainDate | null; readonly effect: Effect };

/** What a check found, and whether who decided on it last found it right; null where nobody has said. */
export type JudgedFinding = OutcomeFinding & { readonly upheld: boolean | null };

/** Everything that a decision about an outcome rests on. */
export type ReviewedOutcome = {
  readonly today: PlainDate;
  readonly placement: OutcomePlacement;
  readonly outcome: StoredOutcome;
  readonly windows: OutcomeWindows | null;
  readonly standing: OutcomeStanding;
  readonly decisions: readonly ShownOutcomeDecision[];
  /** What the checks found in it when it came in. */
  readonly findings: readonly JudgedFinding[];
  readonly ownSubmission: boolean;
  /** The kronor of each decision, before it is made; none where it is no longer the current one. */
  readonly effects: {
    readonly approve: readonly ApprovalStep[];
    readonly return: Effect;
    readonly reject: Effect;
  } | null;
};

/** What a caseworker needs to write an outcome down, put it right or take it back. */
export type OutcomeDesk = {
  readonly today: PlainDate;
  readonly placement: OutcomePlacement;
  readonly windows: OutcomeWindows | null;
  readonly current: StoredOutcome | null;
  readonly standing: OutcomeStanding;
  readonly decisions: readonly ShownOutcomeDecision[];
  /** What would happen if what is being written were saved, and what says that it was seen; null where nothing readable is. */
  readonly saving: {
    readonly effect: Effect;
    readonly confirmation: string;
    readonly findings: readonly OutcomeFinding[];
  } | null;
  readonly withdrawing: Effect | null;
};
