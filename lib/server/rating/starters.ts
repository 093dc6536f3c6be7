import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Period } from '#lib/shared/period.ts';

/**
 * Who began at each contract in the window, everybody once, with the level of then: `contract_id, participant_id, level, from`.
 * A placement without a day of service is none.
 */
export function startersOf({ from, to }: Period): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (p.contract_id, p.participant_id) p.contract_id, p.participant_id, p.level, p."from"
    FROM placement p
    WHERE p."from" >= ${from}::date AND p."from" < ${to}::date AND p.cancelled_at IS NULL AND (p."end" IS NULL OR p."end" > p."from")
    ORDER BY p.contract_id, p.participant_id, p."from"`;
}
