import type { EndReason } from '#lib/domain/compensation/types.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a caseworker can decide of a placement. `goesOn`: beside part-time work. */
export const PLACEMENT_DECISION_KINDS = ['end', 'takenBack', 'extension', 'noExtension', 'goesOn'] as const;
export type PlacementDecisionKind = (typeof PLACEMENT_DECISION_KINDS)[number];

/** A decision about a placement as everyone concerned reads it. */
export type PlacementDecision = {
  readonly id: string;
  readonly placementId: string;
  readonly kind: PlacementDecisionKind;
  /** Of an end: the first day no longer in the service. Of an extension: the first day after the second period. */
  readonly onDay: PlainDate | null;
  readonly endReason: EndReason | null;
  /** Of an interruption one of its causes. */
  readonly cause: string | null;
  readonly reason: string;
  readonly documentId: string | null;
  readonly decidedOn: PlainDate;
};

/** The same at the authority: by whom, and the kronor that were seen before it. Öre without VAT; null where none were. */
export type DeskDecision = PlacementDecision & {
  readonly decidedByName: string;
  readonly effectOre: Ore | null;
  readonly nextOre: Ore | null;
};

/** What a participant is told of decisions about their time: those that are made, the latest first, and one that is asked for. */
export type OwnDecisions = {
  readonly decisions: readonly PlacementDecision[];
  /** A second period that the provider has asked for, and the day by which it is decided. */
  readonly asked: { readonly documentId: string; readonly answerBy: PlainDate } | null;
};
