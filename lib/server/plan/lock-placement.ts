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
 * Locks placements of the provider's own for work on plan, log or month, in one order; null where any of them is not
 * there for this actor.
 */
export async function lockPlacements(
  tx: Tx,
  placementIds: readonly string[],
  providerId: string,
): Promise<readonly WorkedPlacement[] | null> {
  const ids = [...new Set(placementIds)];
  const placements = await tx.$queryRaw<WorkedPlacement[]>`
    SELECT id::text, participant_id::text AS "participantId", "from"::text, coalesce("end", "to")::text AS "to" FROM placement
    WHERE id = ANY (${ids}::uuid[]) AND provider_id = ${providerId}::uuid AND cancelled_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
  return placements.length === ids.length ? placements : null;
}
