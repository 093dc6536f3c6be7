import type { Level } from '#lib/domain/compensation/types.ts';
import type { Cover } from '#lib/domain/intake/cover.ts';
import type { DoneChange } from '#lib/domain/intake/intake-list.ts';
import type { Workload } from '#lib/domain/intake/workload.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Every coach of a provider with their load, and who covers for whom. */
export type CoachesOverview = {
  readonly today: PlainDate;
  readonly coaches: readonly Workload[];
  readonly covers: readonly Cover[];
  readonly officeNames: Readonly<Record<string, string>>;
  readonly most: number;
  readonly done: DoneChange | null;
};

/** A participant of a coach who is to be handed over. */
export type HandedParticipant = {
  readonly placementId: string;
  readonly participantId: string;
  readonly version: number;
  readonly name: string;
  readonly level: Level;
  readonly officeName: string;
  readonly from: PlainDate;
};

/** What a handing over would do: who gets whom, and how many each then has. */
export type HandOverPreview = {
  readonly moves: readonly { readonly placementId: string; readonly coachPersonId: string }[];
  /** Those whom none of the chosen may take. */
  readonly left: readonly string[];
  readonly after: readonly {
    readonly personId: string;
    readonly name: string;
    readonly before: number;
    readonly gets: number;
  }[];
};

export type HandOverPage = {
  readonly today: PlainDate;
  readonly coach: Workload;
  readonly participants: readonly HandedParticipant[];
  /** Other coaches, who may get them. */
  readonly others: readonly Workload[];
  readonly most: number;
  /** Null until somebody is chosen to get them. */
  readonly preview: HandOverPreview | null;
};
