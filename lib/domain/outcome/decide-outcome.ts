import type { OutcomeCheckCode } from '#lib/domain/outcome/outcome-finding.ts';
import type { OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import { isCurrent } from '#lib/domain/outcome/outcome.ts';
import type { ReasonCode } from '#lib/domain/review/reason-code.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What a reviewer decides about an outcome. An approval says through which day evidence covers it. */
export type OutcomeDecision =
  | {
      readonly kind: 'approve';
      /** Exclusive; null: nothing shown yet. */
      readonly verifiedThrough: PlainDate | null;
      /** What a day further than the accepted evidence reaches rests on; may be empty. */
      readonly reason: string;
    }
  | { readonly kind: 'return' | 'reject'; readonly reasonCode: ReasonCode; readonly reason: string };

export type DecidedOutcome = {
  readonly status: 'approved' | 'returned' | 'rejected';
  readonly verifiedThrough: PlainDate | null;
};

type Decided = {
  readonly status: OutcomeStatus;
  readonly from: PlainDate;
  readonly verifiedThrough: PlainDate | null;
  /** Exclusive: how far the evidence reaches that a reviewer has accepted; null: not the first day. */
  readonly acceptedThrough: PlainDate | null;
};

/** What who decides says of each check that found something. */
export type FindingVerdicts = Readonly<Partial<Record<OutcomeCheckCode, 'upheld' | 'notUpheld' | undefined>>>;

/** Faults for checks of which nobody has said whether they were right: their precision is counted from that (review section 1). */
export function unjudgedFindings(
  findings: readonly { readonly code: OutcomeCheckCode }[],
  verdicts: FindingVerdicts,
): readonly FieldProblem[] {
  return findings
    .filter(({ code }) => verdicts[code] === undefined)
    .map(({ code }) => ({
      pointer: `/verdicts/${code}`,
      code: 'verdictMissing',
      message: 'Välj om kontrollen hade rätt.',
    }));
}

const LEAST_REASON = 10;

/**
 * How an outcome stands after a decision. The current version alone is decided, and may be decided again: evidence reaches
 * further, or a decision was wrong. Nothing is verified ahead of today, nor before the outcome began. What is verified follows
 * from accepted evidence (service description section 5, outcome report and verification); a day further than that rests on
 * something that the portal does not hold, and says what.
 */
export function decideOutcome(
  outcome: Decided,
  decision: OutcomeDecision,
  today: PlainDate,
): Result<DecidedOutcome, Problem> {
  if (!isCurrent(outcome.status)) {
    return err(
      conflict([], {
        code: 'outcomeNotCurrent',
        title: {
          sv: 'Resultatet är ersatt eller återtaget.',
          en: 'The outcome has been superseded or withdrawn.',
        },
      }),
    );
  }
  if (decision.kind !== 'approve') {
    const status = decision.kind === 'return' ? 'returned' : 'rejected';
    return ok({ status, verifiedThrough: outcome.verifiedThrough });
  }
  const { verifiedThrough, reason } = decision;
  const outside =
    verifiedThrough !== null && (verifiedThrough > addDays(today, 1) || verifiedThrough <= outcome.from);
  if (outside) {
    return err(
      validationProblem([
        {
          pointer: '/verifiedLastDay',
          code: 'verifiedOutside',
          message: `Underlaget kan styrka dagar från ${formatDate(outcome.from)} till och med i dag.`,
        },
      ]),
    );
  }
  if (verifiedThrough !== null && reason.length < LEAST_REASON) {
    const beyond = beyondEvidence(verifiedThrough, outcome.acceptedThrough);
    if (beyond !== null) return err(validationProblem([beyond]));
  }
  return ok({ status: 'approved', verifiedThrough });
}

function beyondEvidence(verifiedThrough: PlainDate, accepted: PlainDate | null): FieldProblem | null {
  if (accepted !== null && verifiedThrough <= accepted) return null;
  const reach =
    accepted === null
      ? 'Inget underlag är godtaget som räcker från första dagen.'
      : `Det godtagna underlaget räcker till och med ${formatDate(addDays(accepted, -1))}.`;
  return {
    pointer: '/verifiedLastDay',
    code: 'verifiedBeyondEvidence',
    message: `${reach} Välj den dag underlaget når, eller skriv i motiveringen vad en senare dag grundas på.`,
  };
}
