import type { CaseMandate, DocumentPlacement } from '#lib/domain/document/document.ts';
import type { DocumentPlace } from '#lib/domain/document/document-pages.ts';
import type { ExtensionFacts } from '#lib/domain/extension/extension.ts';
import type { InterruptionFacts } from '#lib/domain/interruption-request/interruption-request.ts';
import type { EndFacts } from '#lib/domain/placement-decision/take-back-end.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A placement with all that a caseworker's own decision about it rests on. */
export type PlacementCase = {
  readonly today: PlainDate;
  readonly placement: DocumentPlacement;
  readonly place: DocumentPlace;
  readonly mandate: CaseMandate | null;
  readonly interruption: InterruptionFacts;
  readonly extension: ExtensionFacts;
  readonly end: EndFacts;
};
