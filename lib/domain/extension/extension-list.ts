import type { Level } from '#lib/domain/compensation/types.ts';
import type { DocumentStatus } from '#lib/domain/document/document.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Somebody whose first period ends soon. */
export type EndingPeriod = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly level: Level;
  readonly officeName: string;
  readonly coachName: string | null;
  /** Last day of the period. */
  readonly lastDay: PlainDate;
  readonly dueOn: PlainDate;
  /** The basis that stands; null where none is sent. */
  readonly documentId: string | null;
  readonly status: DocumentStatus | null;
  readonly isDeclined: boolean;
};

export type ExtensionList = {
  readonly periods: readonly EndingPeriod[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly within: number;
  readonly leadDays: number;
  readonly today: PlainDate;
};

/** How a basis stands in the list. */
export type BasisState = 'missing' | 'late' | 'submitted' | 'inReview' | 'returned' | 'declined';

export function basisState(
  { status, dueOn, isDeclined }: Pick<EndingPeriod, 'status' | 'dueOn' | 'isDeclined'>,
  today: PlainDate,
): BasisState {
  if (isDeclined) return 'declined';
  if (status === 'submitted' || status === 'inReview' || status === 'returned') return status;
  return today > dueOn ? 'late' : 'missing';
}
