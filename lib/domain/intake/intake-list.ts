import type { Level } from '#lib/domain/compensation/types.ts';
import type { Suggestion } from '#lib/domain/intake/suggest-coach.ts';
import type { Workload } from '#lib/domain/intake/workload.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A participant whom nobody has been named for. */
export type NewParticipant = {
  readonly placementId: string;
  readonly participantId: string;
  readonly version: number;
  readonly name: string;
  readonly level: Level;
  readonly implementationReference: string;
  readonly officeId: string;
  readonly officeName: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly needsLanguageSupport: boolean;
  readonly choice: 'active' | 'proximity';
  readonly from: PlainDate;
  /** The coach who left when a new period began; null where there was none. */
  readonly leftCoachName: string | null;
  readonly suggestion: Suggestion | null;
};

/** Coaches just named, for as long as it can be undone. */
export type DoneChange = {
  readonly batchId: string;
  readonly kind: 'assigned' | 'handedOver';
  readonly count: number;
  /** The one coach of all of them; null where there are several. */
  readonly coachName: string | null;
};

export type IntakeList = {
  readonly today: PlainDate;
  readonly participants: readonly NewParticipant[];
  readonly total: number;
  /** Over the whole scope, whatever the filters show. */
  readonly all: number;
  readonly begun: number;
  readonly page: number;
  readonly pageSize: number;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  /** Languages of those who wait, as BCP 47 tags. */
  readonly languages: readonly string[];
  readonly coaches: readonly Workload[];
  /** The terms' most participants of a full-time coach. */
  readonly most: number;
  readonly done: DoneChange | null;
};
