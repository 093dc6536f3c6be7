import type { NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DocumentStatus } from '#lib/domain/compensation/types.ts';

/** What can be done about an amount that is not payable, today. */
export type Remedy =
  | 'sendReport'
  | 'completeReport'
  | 'awaitReview'
  | 'nextStatement'
  | 'readDecision'
  | 'nothing';

/**
 * What a provider can do about an amount that a statement does not pay, given the month's report as it stands today:
 * since the cut-off it may have been sent, reviewed or returned.
 */
export function remedyFor(reason: NotPayableReason, reportNow: DocumentStatus | null): Remedy {
  if (reason !== 'reportMissing' && reason !== 'reportNotApproved') return 'nothing';
  switch (reportNow) {
    case null:
      return 'sendReport';
    case 'submitted':
      return 'awaitReview';
    case 'returned':
      return 'completeReport';
    case 'rejected':
      return 'readDecision';
    case 'approved':
      return 'nextStatement';
  }
}
