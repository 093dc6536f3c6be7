import type { PlacementStanding } from '#lib/domain/quality/judge-placement.ts';
import {
  PLACEMENT_REQUIREMENTS,
  type PlacementRequirement,
  type QualityState,
} from '#lib/domain/quality/standing.ts';

/** How many stand in each state. */
export type Tally = Readonly<Record<QualityState, number>>;
export type Tallies = Readonly<Record<PlacementRequirement, Tally>>;

/** Participants by requirement and state. Everyone counts once for each requirement: the denominator is the same for all. */
export function tallyOf(placements: readonly (readonly PlacementStanding[])[]): Tallies {
  const counted = Object.fromEntries(
    PLACEMENT_REQUIREMENTS.map((requirement) => [requirement, { broken: 0, near: 0, unknown: 0, met: 0 }]),
  ) as Record<PlacementRequirement, Record<QualityState, number>>;
  for (const standings of placements) {
    for (const { requirement, state } of standings) counted[requirement][state] += 1;
  }
  return counted;
}

/** Participants with at least one requirement in the state. */
export function countWith(
  placements: readonly (readonly PlacementStanding[])[],
  state: QualityState,
): number {
  return placements.filter((standings) => standings.some((standing) => standing.state === state)).length;
}
