import type { ReasonCode } from '#lib/domain/review/reason-code.ts';
import { ownDecision } from '#lib/domain/review/own-decision.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What a reviewer decides about a whole report. A refusal always has a reason that the provider reads. */
export type ReportDecision =
  | { readonly kind: 'approve' }
  | { readonly kind: 'return'; readonly reasonCode: ReasonCode; readonly reason: string }
  | { readonly kind: 'reject'; readonly reasonCode: ReasonCode; readonly reason: string };

export type DecidedStatus = 'approved' | 'returned' | 'rejected';

/** Status of a report as its table has it. */
export type ReportStatus =
  | 'submitted'
  | 'inReview'
  | 'approved'
  | 'returned'
  | 'rejected'
  | 'superseded'
  | 'withdrawn';

const AFTER = { approve: 'approved', return: 'returned', reject: 'rejected' } as const satisfies Record<
  ReportDecision['kind'],
  DecidedStatus
>;

/** Whether the report waits for a decision: submitted, or taken by a reviewer. */
export function awaitsDecision(status: ReportStatus): boolean {
  return status === 'submitted' || status === 'inReview';
}

/**
 * The status that a decision leads to. Only a report that awaits a decision can be decided, and one that a colleague has
 * taken only by that colleague; nobody reconsiders their own decision. Source: review, section 4.
 */
export function decideReport(
  report: {
    readonly status: ReportStatus;
    readonly takenByPersonId: string | null;
    /** Whose decision is being reconsidered. */
    readonly notByPersonId?: string | null;
  },
  decision: ReportDecision,
  reviewerPersonId: string,
): Result<DecidedStatus, Problem> {
  if (!awaitsDecision(report.status)) {
    return err(
      conflict([], {
        code: 'alreadyDecided',
        title: { sv: 'Rapporten är redan avgjord.', en: 'The report has already been decided.' },
      }),
    );
  }
  if (report.takenByPersonId !== null && report.takenByPersonId !== reviewerPersonId) {
    return err(
      conflict([], {
        code: 'takenByColleague',
        title: { sv: 'En kollega har tagit rapporten.', en: 'A colleague has taken the report.' },
      }),
    );
  }
  if (report.notByPersonId === reviewerPersonId) return err(ownDecision());
  return ok(AFTER[decision.kind]);
}
