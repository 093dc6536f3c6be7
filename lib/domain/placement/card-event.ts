import type { EndReason, OutcomeType } from '#lib/domain/compensation/types.ts';
import type { DocumentAct, DocumentKind } from '#lib/domain/document/document.ts';
import type { CoachChangeKind } from '#lib/domain/intake/coach-change.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Something that happened to a placement, told from what it left behind. */
type Happening =
  | { readonly kind: 'decided' | 'started' | 'secondPeriod' }
  | { readonly kind: 'ended'; readonly endReason: EndReason | null }
  | { readonly kind: 'plan'; readonly number: number; readonly extended: boolean }
  | {
      readonly kind: 'coach';
      readonly change: CoachChangeKind;
      readonly from: string | null;
      readonly to: string | null;
    }
  | {
      readonly kind: 'report';
      readonly reportId: string;
      readonly month: Month;
      readonly decision: 'approve' | 'return' | 'reject';
    }
  | {
      readonly kind: 'document';
      readonly documentId: string;
      readonly document: DocumentKind;
      readonly act: DocumentAct;
    }
  | { readonly kind: 'outcome'; readonly type: OutcomeType };

export type CardEvent = Happening & {
  readonly key: string;
  readonly on: PlainDate;
  /** Who at the provider did it; null where nobody of theirs did. */
  readonly by: string | null;
};

/** A page of what has happened, the latest first. */
export type CardEvents = {
  readonly rows: readonly CardEvent[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};
