import { isReference } from '#lib/domain/placement/implementation-reference.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

/** Placements `p` of whoever a search means: by a whole reference, else by a part of the name of the person `n`. */
export function meantBy(q: string): Prisma.Sql {
  return isReference(q)
    ? Prisma.sql`EXISTS (SELECT 1 FROM service_period x WHERE x.placement_id = p.id AND x.implementation_reference = ${q})`
    : Prisma.sql`n.given_name || ' ' || n.family_name ILIKE ${likePattern(q)}`;
}
