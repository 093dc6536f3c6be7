import type { Outage } from '#lib/domain/availability/outage.ts';
import { movedDueDays } from '#lib/domain/terms/moved-deadline.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

/** Every outage as a value of any query, the first first: there are few. Null where there is none. */
export const OUTAGES = Prisma.sql`(SELECT json_agg(json_build_object('from', "from", 'to', "to") ORDER BY "from") FROM outage)`;

/** The terms as they hold after outages: with the last days that have moved. */
export function withMovedDays(terms: Terms, outages: readonly Outage[] | null): Terms {
  return outages === null ? terms : { ...terms, movedDueDays: movedDueDays(outages, terms) };
}
