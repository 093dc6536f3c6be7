import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Placements `p` that somebody has: as their coach, or covering for the coach on a day. */
export function coachedBy(personId: string, today: PlainDate): Prisma.Sql {
  return Prisma.sql`(p.coach_person_id = ${personId}::uuid OR p.coach_person_id = ANY (ARRAY(
    SELECT cover.coach_person_id FROM coach_cover cover WHERE cover.covering_person_id = ${personId}::uuid
      AND cover.provider_id = (SELECT app.provider_id()) AND ${holdsOn(today)})))`;
}

/** Covers `cover` that hold on a day. */
export function holdsOn(today: PlainDate): Prisma.Sql {
  return Prisma.sql`cover.cancelled_at IS NULL AND cover."from" <= ${today}::date AND cover."to" > ${today}::date`;
}

/**
 * Joins who covers for the coach of a placement `p` on a day: `k.name` and `k."to"` (half-open), null where nobody does. With
 * protected identity only somebody who is named for the participant covers.
 */
export function coverOfPlacement(today: PlainDate): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (
    SELECT covering.given_name || ' ' || covering.family_name AS name, cover."to", cover.covering_person_id FROM coach_cover cover
      JOIN person covering ON covering.id = cover.covering_person_id
    WHERE cover.coach_person_id = p.coach_person_id AND cover.provider_id = p.provider_id AND ${holdsOn(today)}
      AND (NOT p.protected OR app.is_named_for(cover.covering_person_id, p.participant_id)) LIMIT 1) k ON true`;
}
