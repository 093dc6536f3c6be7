import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** That a placement `p` goes on in a first period, whose last day is no later than `through`, and that there is no second. */
export function firstPeriodEnds(today: PlainDate, through: PlainDate): Prisma.Sql {
  return Prisma.sql`p."from" <= ${today}::date AND p."to" > ${today}::date AND p."to" - 1 <= ${through}::date AND p."end" IS NULL
    AND NOT EXISTS (SELECT 1 FROM service_period s WHERE s.decision_id = p.decision_id AND s.number = 2)`;
}
