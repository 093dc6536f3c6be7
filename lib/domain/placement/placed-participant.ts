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
  /** Who covers for the coach today, and the first day without that; null where nobody does. */
  readonly coveringName: string | null;
  readonly coveredTo: PlainDate | null;
  readonly from: PlainDate;
  /** First day no longer in the service: when it ended, or will by plan. */
  readonly to: PlainDate;
  readonly periodNumber: number;
  /** Version of the latest joint plan; null where there is none. */
  readonly planNumber: number | null;
};

/** Which participants: those that go on, one's own, those that lack something, those to come, those that are over. */
export const PARTICIPANT_VIEWS = [
  'current',
  'mine',
  'withoutCoach',
  'withoutPlan',
  'planRedo',
  'coming',
  'ended',
] as const;
export type ParticipantView = (typeof PARTICIPANT_VIEWS)[number];

export type ParticipantList = {
  readonly participants: readonly PlacedParticipant[];
  readonly total: number;
  /** How many each view holds, over the whole scope. */
  readonly counts: Readonly<Record<ParticipantView, number>>;
  readonly page: number;
  readonly pageSize: number;
  /** Days from the start within which there is a joint plan. */
  readonly planDays: number;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
};
