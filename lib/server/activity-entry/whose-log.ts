import type { WhoseLog } from '#lib/schemas/activity-entry.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { coachedBy } from '#lib/server/intake/cover-rows.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Placements `p` of persons `n` whose log is asked for: one, the reader's own and those they cover, or those found by name or reference. */
export function narrowedTo(
  { mine, q, placementId }: Omit<WhoseLog, 'page'>,
  personId: string,
  today: PlainDate,
): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (placementId !== undefined) conditions.push(Prisma.sql`p.id = ${placementId}::uuid`);
  if (mine === '1') conditions.push(coachedBy(personId, today));
  if (q !== '') {
    const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    conditions.push(Prisma.sql`(n.given_name || ' ' || n.family_name ILIKE ${like} OR EXISTS (
      SELECT 1 FROM service_period s WHERE s.placement_id = p.id AND s.implementation_reference = ${q}))`);
  }
  return Prisma.join(conditions, ' AND ');
}
