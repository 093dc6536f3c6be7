import { judgeReport, type JudgedReport } from '#lib/domain/report/judge-report.ts';
import type { Checked } from '#lib/domain/report/check.ts';
import { saysTheSame } from '#lib/domain/report/content-difference.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import { decideBy } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export const CORRECTION_STATUSES = [
  'draft',
  'discarded',
  'submitted',
  'applied',
  'approved',
  'rejected',
  'withdrawn',
] as const;
/**
 * `submitted` waits for a reviewer, `applied` became the month's report when it was attested, `approved` when a reviewer
 * had decided so.
 */
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

/** When a correction becomes the month's report: when it is attested, or when a reviewer has approved it. */
export type CorrectionWay = 'atOnce' | 'whenApproved';

export type CorrectedReport = {
  readonly status: ReportStatus;
  /** Whether a decision on it has been taken up again. */
  readonly reopened: boolean;
  /** Whether a rejection is proposed, which the provider may answer. */
  readonly proposed?: boolean;
};

function refused(code: string, sv: string, en: string): Result<never, Problem> {
  return err(conflict([], { code, title: { sv, en } }));
}

/**
 * How a report is corrected as it stands (service description section 5). One that waits for its decision is replaced when
 * the correction is attested; an approved one counts until the correction is approved. Others have a way of their own.
 */
export function wayToCorrect({
  status,
  reopened,
  proposed = false,
}: CorrectedReport): Result<CorrectionWay, Problem> {
  switch (status) {
    case 'submitted':
    case 'inReview':
      if (proposed) {
        return refused(
          'rejectionProposed',
          'Avslag är föreslaget. Svara på förslaget i stället för att rätta rapporten.',
          'A rejection is proposed. Answer the proposal instead of correcting the report.',
        );
      }
      return reopened
        ? refused(
            'decisionReopened',
            'Beslutet om rapporten har tagits upp på nytt. Den kan rättas när granskaren har beslutat igen.',
            'The decision has been taken up again. The report can be corrected when the reviewer has decided again.',
          )
        : ok('atOnce');
    case 'approved':
      return ok('whenApproved');
    case 'returned':
      return refused(
        'reportReturned',
        'Rapporten är återlämnad. Komplettera den i månaden och intyga den på nytt.',
        'The report has been returned. Complete it in its month and attest it again.',
      );
    case 'rejected':
      return refused(
        'reportRejected',
        'Rapporten är avslagen. Begär omprövning om beslutet är fel.',
        'The report has been rejected. Ask for reconsideration if the decision is wrong.',
      );
    case 'superseded':
    case 'withdrawn':
      return refused(
        'notCurrent',
        'Rapporten gäller inte längre. Rätta den som har ersatt den.',
        'The report no longer counts. Correct the one that has replaced it.',
      );
  }
}

/** Whether there is anything to correct: the same content again is no correction. */
export function correctsAnything(before: ReportContent, after: ReportContent): boolean {
  return !saysTheSame(before, after);
}

/**
 * A correction as the checks see it: the same report once more, sent on the day of what it corrects – so that it is late
 * only if that was, and gives the same base pay – and decided within as many days from `today` as a new one.
 */
export function judgeCorrection(
  checked: Checked & { readonly submittedOn: PlainDate },
  paid: Parameters<typeof judgeReport>[1],
): JudgedReport {
  const { facts, submittedOn, today, terms } = checked;
  const judged = judgeReport(
    { ...checked, facts: { ...facts, currentStatus: null }, today: submittedOn },
    paid,
  );
  return { ...judged, decideBy: decideBy(today, terms) };
}

export type CorrectionDecision =
  | { readonly kind: 'approve' }
  | { readonly kind: 'reject'; readonly reasonCode: string; readonly reason: string };

/** Whether the correction can be decided so: it waits, and to be approved it must meet the approved report that it corrects. */
export function decideCorrectionOf(
  correction: { readonly status: CorrectionStatus; readonly reportStatus: ReportStatus },
  decision: CorrectionDecision,
): Result<'approved' | 'rejected', Problem> {
  if (correction.status !== 'submitted')
    return refused(
      'alreadyDecided',
      'Rättelsen är redan avgjord eller tillbakatagen.',
      'The correction has already been decided or withdrawn.',
    );
  if (decision.kind === 'reject') return ok('rejected');
  return correction.reportStatus === 'approved'
    ? ok('approved')
    : refused(
        'reportNotApproved',
        'Rapporten som rättas är inte längre godkänd. Besluta om den först.',
        'The report that is corrected is no longer approved. Decide on it first.',
      );
}
