import { STANDING_DEVIATIONS } from '#lib/server/deviation-report/absences.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

/** Whether anything of the month of a report `r` stood in the portal's log when it came in. */
export const HAD_LOG = Prisma.sql`EXISTS (SELECT 1 FROM activity_entry e WHERE e.placement_id = r.placement_id AND e.date >= r.month
  AND e.date < r.month + interval '1 month' AND e.created_at <= r.submitted_at AND (e.removed_at IS NULL OR e.removed_at > r.submitted_at))`;

/** Whether some day of the month of a report `r` is reported as whole-day absence. */
export const IS_AWAY_WHOLE_DAYS = Prisma.sql`EXISTS (SELECT 1 FROM document d WHERE d.placement_id = r.placement_id AND ${STANDING_DEVIATIONS}
  AND d.content ->> 'type' = 'absence' AND (d.content ->> 'absentMinutes')::int >= (d.content ->> 'expectedMinutes')::int
  AND (d.content ->> 'from')::date < r.month + interval '1 month' AND (d.content ->> 'to')::date > r.month)`;
