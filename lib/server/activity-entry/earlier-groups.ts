import type { EarlierGroup } from '#lib/domain/activity/week-log.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Groups meet again within weeks; what is older is another group. */
const BACK_DAYS = 28;
const SHOWN = 2;

/** The latest groups of two or more among some placements for whom a person logged the same thing at once. */
export async function findEarlierGroups(
  tx: Tx,
  personId: string,
  placementIds: readonly string[],
  today: PlainDate,
): Promise<readonly EarlierGroup[]> {
  return await tx.$queryRaw<EarlierGroup[]>`
    SELECT g."entryId", g.date::text, g.activity::text, g."placementIds" FROM (
      SELECT DISTINCT ON (g."placementIds") g.* FROM (
        SELECT min(e.id::text) AS "entryId", e.date, e.activity, e.created_at,
          array_agg(DISTINCT e.placement_id::text ORDER BY e.placement_id::text) AS "placementIds"
        FROM activity_entry e
        WHERE e.placement_id = ANY (${[...placementIds]}::uuid[]) AND e.date >= ${addDays(today, -BACK_DAYS)}::date
          AND e.coach_person_id = ${personId}::uuid AND e.removed_at IS NULL
        GROUP BY e.created_at, e.date, e.activity, e.form, e.minutes HAVING count(DISTINCT e.placement_id) > 1) g
      ORDER BY g."placementIds", g.date DESC, g.created_at DESC) g
    ORDER BY g.date DESC, g.created_at DESC, g."entryId" LIMIT ${SHOWN}`;
}
