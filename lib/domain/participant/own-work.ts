import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The participant's work or studies as their provider has told of it, and how that stands. */
export type OwnWork = {
  readonly type: OutcomeType;
  readonly from: PlainDate;
  readonly stands: 'signalled' | 'confirmed' | 'reported' | 'approved' | 'rejected';
  /** The signal, to be read; null where a caseworker wrote the outcome down. */
  readonly documentId: string | null;
};
