import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { DocumentPlacement, StoredDocument } from '#lib/domain/document/document.ts';
import type { OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import type { OutcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import type { ServiceSpan } from '#lib/domain/outcome/placement-of-outcome.ts';
import type { CourseKronor } from '#lib/domain/signal/course-kronor.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What the provider tells of work or studies that begin (service description section 5). */
export type Signal = {
  readonly type: OutcomeType;
  /** Per cent of full time, 1–100. */
  readonly extentPercent: number;
  /** First day of the work or the studies; may lie ahead. */
  readonly from: PlainDate;
  /** Studies: the day applied; null for everything else. */
  readonly appliedOn: PlainDate | null;
  /** Employer or school; empty while it is not known. */
  readonly employerName: string;
  /** The day that this work was first told of: what the agreement's window is held against. */
  readonly signalledOn: PlainDate;
};

/**
 * What a caseworker decides of the placement when a signal is confirmed: it ends, goes on, or has ended before. No kronor: the participant
 * reads it too.
 */
export const COURSES = ['end', 'goesOn', 'ended'] as const;
export type Course = (typeof COURSES)[number];

export type SignalDecision = {
  /** Null where the signal was returned or rejected. */
  readonly course: Course | null;
  /** First day no longer in the service, where the placement ends. */
  readonly endsOn: PlainDate | null;
};

export type StoredSignal = StoredDocument<Signal, SignalDecision>;

/** What the rules of a signal rest on beside its placement. */
export type SignalFacts = {
  /** What the agreement pays for. */
  readonly types: readonly OutcomeType[];
  readonly windows: OutcomeWindows | null;
  /** The signal that stands, whatever has been decided about it except a refusal. */
  readonly standing: Pick<StoredSignal, 'id' | 'status' | 'content'> | null;
  readonly outcomeStatus: OutcomeStatus | null;
  readonly wantedExtentPercent: number;
  /** All placements of the participant; only those who decide see them. */
  readonly spans: readonly ServiceSpan[];
  /** What each course gives, for those who decide about the signal that stands; `goesOn` of what has ended: as it is. */
  readonly kronor: { readonly end: CourseKronor | null; readonly goesOn: CourseKronor } | null;
};

/**
 * What can be decided of the placement. It ends on the first day of the work, which has to be a day of the service that
 * is not its first – an end is never after the planned days, nor leaves none – or its first planned day without service. What an earlier
 * signal ended may be moved, or taken up again; what ended for another cause stays ended, and the signal is only confirmed.
 */
export function coursesOf(
  { from }: Pick<Signal, 'from'>,
  placement: Pick<DocumentPlacement, 'from' | 'to' | 'end' | 'endReason'>,
): readonly Course[] {
  if (placement.end !== null && placement.endReason !== 'outcome') return ['ended'];
  return placement.from < from && from <= placement.to ? ['end', 'goesOn'] : ['goesOn'];
}
