import type { Cover } from '#lib/domain/intake/cover.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Covers of a provider's coaches that are not over, the first to begin first. */
export async function listCovers(tx: Tx, providerId: string, today: PlainDate): Promise<readonly Cover[]> {
  return await tx.$queryRaw<Cover[]>`
    SELECT c.id::text, c.coach_person_id::text AS "coachPersonId", a.given_name || ' ' || a.family_name AS "coachName",
      c.covering_person_id::text AS "coveringPersonId", b.given_name || ' ' || b.family_name AS "coveringName", c."from"::text, c."to"::text, c.version
    FROM coach_cover c JOIN person a ON a.id = c.coach_person_id JOIN person b ON b.id = c.covering_person_id
    WHERE c.provider_id = ${providerId}::uuid AND c.cancelled_at IS NULL AND c."to" > ${today}::date ORDER BY c."from", c.id`;
}
