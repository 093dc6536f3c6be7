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

/**
 * Locks placements within the actor's reach for work on plan, log or month, in one order; null where any of them is not
 * there for this actor.
 */
export async function lockPlacements(
  tx: Tx,
  placementIds: readonly string[],
  actor: Actor,
): Promise<readonly WorkedPlacement[] | null> {
  const ids = [...new Set(placementIds)];
  const placements = await tx.$queryRaw<WorkedPlacement[]>`
    SELECT p.id::text, p.participant_id::text AS "participantId", p."from"::text, coalesce(p."end", p."to")::text AS "to" FROM placement p
    WHERE p.id = ANY (${ids}::uuid[]) AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL ORDER BY p.id FOR NO KEY UPDATE OF p`;
  return placements.length === ids.length ? placements : null;
}
