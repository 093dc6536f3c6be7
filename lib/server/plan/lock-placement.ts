import type { Actor } from '#lib/domain/actor/actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type WorkedPlacement = {
  readonly id: string;
  readonly participantId: string;
  /** The service days, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** Locks those of the placements that are within the actor's reach, for work on plan, log or month, in one order. */
export async function lockPlacementsInReach(
  tx: Tx,
  placementIds: readonly string[],
  actor: Actor,
): Promise<readonly WorkedPlacement[]> {
  return await tx.$queryRaw<WorkedPlacement[]>`
    SELECT p.id::text, p.participant_id::text AS "participantId", p."from"::text, coalesce(p."end", p."to")::text AS "to" FROM placement p
    WHERE p.id = ANY (${[...new Set(placementIds)]}::uuid[]) AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL
    ORDER BY p.id FOR NO KEY UPDATE OF p`;
}

/** As {@link lockPlacementsInReach}; null where any of them is not there for this actor. */
export async function lockPlacements(
  tx: Tx,
  placementIds: readonly string[],
  actor: Actor,
): Promise<readonly WorkedPlacement[] | null> {
  const placements = await lockPlacementsInReach(tx, placementIds, actor);
  return placements.length === new Set(placementIds).size ? placements : null;
}
