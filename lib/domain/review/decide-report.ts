import type { LoweredRow } from '#lib/domain/review/lower-rows.ts';
import { ownDecision } from '#lib/domain/review/own-decision.ts';
import type { ReasonCode } from '#lib/domain/review/reason-code.ts';
import { type Communicated, replyState } from '#lib/domain/review/reply-state.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

type Why = { readonly reasonCode: ReasonCode; readonly reason: string };

/** What a reviewer decides about a report. A refusal always has a reason that the provider reads; fewer minutes have one each. */
export type ReportDecision =
  | { readonly kind: 'approve'; readonly lowered?: readonly LoweredRow[] }
  | ({ readonly kind: 'return' } & Why)
  | ({ readonly kind: 'proposeReject' } & Why)
  | ({ readonly kind: 'reject' } & Why);

/** A report in which a rejection is proposed stays in review until the provider has answered, or its last day has passed. */
export type DecidedStatus = 'approved' | 'returned' | 'rejected' | 'inReview';

/** Status of a report as its table has it. */
export type ReportStatus =
  | 'submitted'
  | 'inReview'
  | 'approved'
  | 'returned'
  | 'rejected'
  | 'superseded'
  | 'withdrawn';

const AFTER = {
  approve: 'approved',
  return: 'returned',
  proposeReject: 'inReview',
  reject: 'rejected',
} as const satisfies Record<ReportDecision['kind'], DecidedStatus>;

/** What a decided report counts as while it is taken up again; null where none has been decided before. */
export type StandingStatus = 'approved' | 'rejected' | null;

export type UndecidedReport = Communicated & {
  readonly status: ReportStatus;
  readonly takenByPersonId: string | null;
  readonly standingStatus: StandingStatus;
  /** Whose decision is being reconsidered. */
  readonly notByPersonId: string | null;
};

/** Whether the report waits for a decision: submitted, or taken by a reviewer. */
export function awaitsDecision(status: ReportStatus): boolean {
  return status === 'submitted' || status === 'inReview';
}

function refused(code: string, sv: string, en: string): Result<never, Problem> {
  return err(conflict([], { code, title: { sv, en } }));
}

/**
 * The status that a decision leads to. Only a report that awaits a decision can be decided, and one that a colleague has
 * taken only by that colleague; nobody reconsiders their own decision. A rejection is proposed first and final when the provider
 * has answered or its last day has passed; what counts as approved is not taken back by returning it, since that could not be
 * answered. Source: review, section 4.
 */
export function decideReport(
  report: UndecidedReport,
  decision: ReportDecision,
  reviewerPersonId: string,
  today: PlainDate,
): Result<DecidedStatus, Problem> {
  if (!awaitsDecision(report.status)) {
    return refused('alreadyDecided', 'Rapporten är redan avgjord.', 'The report has already been decided.');
  }
  if (report.takenByPersonId !== null && report.takenByPersonId !== reviewerPersonId) {
    return refused(
      'takenByColleague',
      'En kollega har tagit rapporten.',
      'A colleague has taken the report.',
    );
  }
  if (report.notByPersonId === reviewerPersonId) return err(ownDecision());
  return mayBecome(report, decision.kind, today) ?? ok(AFTER[decision.kind]);
}

function mayBecome(
  report: UndecidedReport,
  kind: ReportDecision['kind'],
  today: PlainDate,
): Result<never, Problem> | null {
  const reply = replyState(report, today);
  switch (kind) {
    case 'approve':
      return null;
    case 'return':
      return report.standingStatus === 'approved'
        ? refused(
            'standsApproved',
            'Rapporten räknas som godkänd. Föreslå avslag, eller godkänn färre minuter: då får leverantören svara.',
            'The report counts as approved. Propose a rejection or approve fewer minutes, so that the provider can answer.',
          )
        : null;
    case 'proposeReject':
      return reply === 'none'
        ? null
        : refused('alreadyProposed', 'Avslag är redan föreslaget.', 'A rejection is already proposed.');
    case 'reject':
      if (reply === 'answered' || reply === 'over') return null;
      if (report.replyBy === null) {
        return refused(
          'notCommunicated',
          'Föreslå avslaget först, så att leverantören får svara.',
          'Propose the rejection first, so that the provider can answer.',
        );
      }
      return refused(
        'replyNotOver',
        `Leverantören får svara till och med ${dateInWords(report.replyBy, 'sv')}.`,
        `The provider may answer through ${dateInWords(report.replyBy, 'en')}.`,
      );
  }
}
