import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The latest day of a placement with something logged, or in a month that is reported; null: nothing is. */
export async function lastActivityOn(tx: Tx, placementId: string): Promise<PlainDate | null> {
  const [row] = await tx.$queryRaw<{ day: PlainDate | null }[]>`
    SELECT greatest(
      (SELECT max(e.date) FROM activity_entry e WHERE e.placement_id = p.id AND e.removed_at IS NULL),
      (SELECT max(least((r.month + interval '1 month - 1 day')::date, p."to" - 1, r.submitted_on)) FROM report r
        WHERE r.placement_id = p.id AND r.status NOT IN ('superseded', 'withdrawn', 'rejected')))::text AS day
    FROM placement p WHERE p.id = ${placementId}::uuid`;
  return row?.day ?? null;
}
