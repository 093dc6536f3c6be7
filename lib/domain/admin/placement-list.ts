import type { Level } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Which placements: those that go on, those to come, those that are over, all. */
export const PLACEMENT_VIEWS = ['current', 'coming', 'ended', 'all'] as const;
export type PlacementView = (typeof PLACEMENT_VIEWS)[number];

/** A placement as a line of the caseworker's list. */
export type ListedPlacement = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly implementationReference: string;
  readonly level: Level;
  readonly providerName: string;
  readonly officeName: string;
  readonly deliveryArea: string;
  readonly from: PlainDate;
  /** First day no longer in the service: when it ended, or will by plan. */
  readonly to: PlainDate;
};

export type PlacementList = {
  readonly placements: readonly ListedPlacement[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly areas: readonly string[];
};
