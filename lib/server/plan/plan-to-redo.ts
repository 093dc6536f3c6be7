import { REDO_AHEAD_DAYS } from '#lib/domain/plan/plan-due.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** That a placement `p` which goes on has a second period that asks for a new plan: the rule of `planDue`, for lists. */
export function planToRedo(today: PlainDate): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM service_period s WHERE s.placement_id = p.id AND s.number = 2
    AND s."from" > p."from" AND s."from" < coalesce(p."end", p."to") AND s."from" <= ${addDays(today, REDO_AHEAD_DAYS)}::date
    AND EXISTS (SELECT 1 FROM plan x WHERE x.placement_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM plan x WHERE x.placement_id = p.id AND x."from" >= s."from" AND NOT x.extended AND NOT x.derived))`;
}
