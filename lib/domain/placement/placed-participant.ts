import type { Level } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A participant as a line of the provider's list. */
export type PlacedParticipant = {
  readonly placementId: string;
  readonly participantId: string;
  readonly version: number;
  readonly name: string;
  readonly implementationReference: string;
  readonly level: Level;
  readonly officeName: string;
  readonly coachName: string | null;
  readonly from: PlainDate;
  /** First day no longer in the service: when it ended, or will by plan. */
  readonly to: PlainDate;
  readonly periodNumber: number;
  readonly planNumber: number | null;
};

export type Coach = { readonly personId: string; readonly name: string; readonly placements: number };

export type ParticipantList = {
  readonly participants: readonly PlacedParticipant[];
  readonly total: number;
  /** Without a coach, over the whole scope. */
  readonly withoutCoach: number;
  readonly page: number;
  readonly pageSize: number;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly coaches: readonly Coach[];
};
