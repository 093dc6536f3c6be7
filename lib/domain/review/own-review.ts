import type { ReportStatus, StandingStatus } from '#lib/domain/review/decide-report.ts';
import type { ReplyState } from '#lib/domain/review/reply-state.ts';
import type { EarlierDecision, ShownReopening, StoredFinding } from '#lib/domain/review/reviewed-report.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A decision as the provider reads it: who made it is told as a kind, never by name. */
export type OwnDecision = Omit<EarlierDecision, 'decidedByName'>;
/** When a decision was taken up again; the name is of the provider's own, who asked. */
export type OwnReopening = Pick<ShownReopening, 'id' | 'kind' | 'reason' | 'reopenedAt'> & {
  readonly askedByName: string | null;
};

/**
 * How a provider's own report stands in review. Nothing of risk, of the way it went or of samples, and nobody of the authority by name:
 * what is not here the provider does not learn.
 */
export type OwnReview = {
  readonly reportId: string;
  readonly version: number;
  readonly status: ReportStatus;
  readonly decideBy: PlainDate;
  readonly standingStatus: StandingStatus;
  readonly replyBy: PlainDate | null;
  readonly reply: ReplyState;
  /** Last day to ask for reconsideration of the decision that stands; null where that cannot be asked for. */
  readonly askBy: PlainDate | null;
  /** The newest first. */
  readonly decisions: readonly OwnDecision[];
  readonly reopenings: readonly OwnReopening[];
  readonly findings: readonly StoredFinding[];
};

/** What comes next of a report: for the provider to do, or to wait for. */
export type ReviewStep =
  | { readonly kind: 'waits'; readonly by: PlainDate }
  /** A decision is taken up again; it counts as it was until then. */
  | { readonly kind: 'reopened'; readonly by: PlainDate; readonly counts: 'approved' | 'rejected' }
  | { readonly kind: 'answer' | 'over'; readonly by: PlainDate }
  | { readonly kind: 'answered' }
  | { readonly kind: 'complete'; readonly by: PlainDate | null }
  | { readonly kind: 'askReconsideration'; readonly by: PlainDate }
  | { readonly kind: 'done' };

/** The one next step of a report in review (review section 4). */
export function reviewStep(review: OwnReview): ReviewStep {
  const { status, reply, replyBy, standingStatus, decideBy, askBy, decisions } = review;
  switch (status) {
    case 'submitted':
    case 'inReview':
      if (reply === 'answered') return { kind: 'answered' };
      if (reply !== 'none' && replyBy !== null)
        return { kind: reply === 'waiting' ? 'answer' : 'over', by: replyBy };
      return standingStatus === null
        ? { kind: 'waits', by: decideBy }
        : { kind: 'reopened', by: decideBy, counts: standingStatus };
    case 'returned':
      return { kind: 'complete', by: decisions[0]?.lastDay ?? null };
    case 'approved':
    case 'rejected':
      return askBy === null ? { kind: 'done' } : { kind: 'askReconsideration', by: askBy };
    case 'superseded':
    case 'withdrawn':
      return { kind: 'done' };
  }
}
