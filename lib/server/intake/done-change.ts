import type { DoneChange } from '#lib/domain/intake/intake-list.ts';
import { UNDO_MINUTES } from '#lib/domain/intake/coach-change.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** Coaches named in one step that can still be undone; null where it is too late or somebody has changed them since. */
export async function findDoneChange(tx: Tx, batchId: string | null, now: Date): Promise<DoneChange | null> {
  if (batchId === null) return null;
  const since = new Date(now.getTime() - UNDO_MINUTES * 60_000);
  const [found] = await tx.$queryRaw<DoneChange[]>`
    SELECT c.batch_id::text AS "batchId", min(c.kind) AS kind, count(*)::int AS count,
      CASE WHEN count(DISTINCT c.to_person_id) = 1 THEN min(n.given_name || ' ' || n.family_name) END AS "coachName"
    FROM coach_change c JOIN placement p ON p.id = c.placement_id LEFT JOIN person n ON n.id = c.to_person_id
    WHERE c.batch_id = ${batchId}::uuid AND c.kind IN ('assigned', 'handedOver') AND c.at >= ${since} GROUP BY c.batch_id
    HAVING bool_and(p.coach_person_id IS NOT DISTINCT FROM c.to_person_id)`;
  return found ?? null;
}
