import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** Why a decision is taken up again: the authority sees that it was wrong, or the provider asks for reconsideration. */
export const REOPEN_KINDS = ['wrong', 'reconsideration'] as const;
export type ReopenKind = (typeof REOPEN_KINDS)[number];

/** Whether a decision can be taken up again: an approval or a rejection. A returned report comes back by itself. */
export function isReopenable(status: ReportStatus): status is 'approved' | 'rejected' {
  return status === 'approved' || status === 'rejected';
}

function refused(code: string, sv: string, en: string): Result<never, Problem> {
  return err(conflict([], { code, title: { sv, en } }));
}

/** Whether a reviewer may take the decision up again as a mistake: theirs or a colleague's. Source: review, section 4. */
export function reopenReport({ status }: { readonly status: ReportStatus }): Result<'inReview', Problem> {
  return isReopenable(status)
    ? ok('inReview')
    : refused(
        'notReopenable',
        'Bara en godkänd eller avslagen rapport kan tas upp på nytt.',
        'Only an approved or rejected report can be taken up again.',
      );
}

/** The decision that stands, as a provider sees it that wants it reconsidered. */
export type ReconsiderableReport = {
  readonly status: ReportStatus;
  /** Whether the decision rejected the report or approved fewer minutes; null where nobody has decided in the portal. */
  readonly decision: 'approve' | 'approveFewer' | 'return' | 'proposeReject' | 'reject' | null;
  /** Last day to ask. */
  readonly askBy: PlainDate | null;
  /** Whether the decision was itself made on reconsideration. */
  readonly reconsidered: boolean;
};

/**
 * Whether the provider may ask for reconsideration: of a rejection, or of fewer minutes than reported, once, within the terms'
 * days from the decision. What reconsideration led to is not reconsidered again. Source: review, section 4.
 */
export function reconsiderReport(
  { status, decision, askBy, reconsidered }: ReconsiderableReport,
  today: PlainDate,
): Result<'inReview', Problem> {
  const stands =
    (status === 'rejected' && decision === 'reject') ||
    (status === 'approved' && decision === 'approveFewer');
  if (!stands || askBy === null) {
    return refused(
      'notReconsiderable',
      'Bara ett avslag eller färre godkända minuter kan omprövas.',
      'Only a rejection or fewer approved minutes can be reconsidered.',
    );
  }
  if (reconsidered) {
    return refused(
      'alreadyReconsidered',
      'Beslutet har redan omprövats en gång.',
      'The decision has already been reconsidered once.',
    );
  }
  if (today > askBy) {
    return refused(
      'tooLateToAsk',
      `Omprövning skulle begäras senast ${dateInWords(askBy, 'sv')}.`,
      `Reconsideration was to be asked for by ${dateInWords(askBy, 'en')}.`,
    );
  }
  return ok('inReview');
}
