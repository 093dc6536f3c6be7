import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import { ownDecision } from '#lib/domain/review/own-decision.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Why a decision is taken up again: it was wrong, or the provider asked for reconsideration (once). */
export const REOPEN_KINDS = ['wrong', 'reconsideration'] as const;
export type ReopenKind = (typeof REOPEN_KINDS)[number];

/** A report with what is known of the decision that stands. */
export type DecidedReport = {
  readonly status: ReportStatus;
  /** Who decided last; null where it was automatic, or made when history was loaded. */
  readonly decidedByPersonId: string | null;
  /** Whether the provider has had its reconsideration. */
  readonly reconsidered: boolean;
};

/** Whether a decision can be taken up again: an approval or a rejection. A returned report comes back by itself. */
export function isReopenable(status: ReportStatus): boolean {
  return status === 'approved' || status === 'rejected';
}

/**
 * Whether the reviewer may take the decision up again. A mistake may be put right by whoever made it; reconsideration is
 * another reviewer's, and is had once. Source: review, section 4.
 */
export function reopenReport(
  report: DecidedReport,
  kind: ReopenKind,
  reviewerPersonId: string,
): Result<'inReview', Problem> {
  if (!isReopenable(report.status)) {
    return err(
      conflict([], {
        code: 'notReopenable',
        title: {
          sv: 'Bara en godkänd eller avslagen rapport kan tas upp på nytt.',
          en: 'Only an approved or rejected report can be taken up again.',
        },
      }),
    );
  }
  if (kind === 'wrong') return ok('inReview');
  if (report.decidedByPersonId === reviewerPersonId) return err(ownDecision());
  if (report.reconsidered) {
    return err(
      conflict([], {
        code: 'alreadyReconsidered',
        title: {
          sv: 'Rapporten har redan omprövats en gång.',
          en: 'The report has already been reconsidered once.',
        },
      }),
    );
  }
  return ok('inReview');
}
