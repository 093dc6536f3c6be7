import type { Level } from '#lib/domain/compensation/types.ts';
import type { WhiteSpotKind } from '#lib/domain/choice/white-spot.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A municipality in which somebody waits with nobody to choose, or nobody near. */
export type WhiteMunicipality = {
  readonly municipality: string | null;
  readonly deliveryArea: string;
  readonly nobody: number;
  readonly far: number;
  /** Who has a provider already on the days of the decision. */
  readonly overlap: number;
};

/** Somebody who waits on a white spot, or has just been placed from one. */
export type WhiteSpotParticipant = {
  readonly decisionId: string;
  readonly participantId: string;
  readonly name: string;
  readonly level: Level;
  readonly implementationReference: string;
  readonly municipality: string | null;
  readonly deliveryArea: string;
  readonly kind: WhiteSpotKind;
  /** Given the nearest this week, out of reach. */
  readonly placed: boolean;
  readonly foundOn: PlainDate;
  readonly chooseBy: PlainDate;
};

export type WhiteSpotList = {
  readonly municipalities: readonly WhiteMunicipality[];
  readonly participants: readonly WhiteSpotParticipant[];
  /** Beyond how many kilometres somebody is far, by the terms of the day. */
  readonly reachKilometres: number;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};
