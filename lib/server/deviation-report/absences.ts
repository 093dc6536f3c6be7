import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Deviation reports `d` that stand: neither replaced, taken back nor refused. One that was returned stands until it is completed. */
export const STANDING_DEVIATIONS = Prisma.sql`d.kind = 'deviationReport' AND d.status NOT IN ('superseded', 'withdrawn', 'rejected')`;

/**
 * The days of absence of a placement `p` as the compensation model asks for them: every day of each absence with its cause,
 * however long it was – the model knows days alone. An absence has no day of its own on which it was reported, but what was
 * reported after `asOf` does not exist yet: of each report the latest version that had come by then counts, unless it has
 * been taken back or refused since; that a later one has replaced it is a later fact.
 */
export function absencesOf(asOf: PlainDate): Prisma.Sql {
  return Prisma.sql`SELECT json_agg(json_build_object('date', g.day::date, 'reason', x.content ->> 'cause') ORDER BY g.day, x.content ->> 'cause')
    FROM (
      SELECT DISTINCT ON (d.thread_id) d.status, d.content FROM document d
      WHERE d.placement_id = p.id AND d.kind = 'deviationReport' AND d.submitted_on <= ${asOf}::date
      ORDER BY d.thread_id, d.number DESC
    ) x
    CROSS JOIN LATERAL generate_series((x.content ->> 'from')::date, (x.content ->> 'to')::date - 1, interval '1 day') AS g (day)
    WHERE x.status NOT IN ('withdrawn', 'rejected') AND x.content ->> 'type' = 'absence'`;
}

/** The days of absence of a placement `p` in the month `a.month`, with what the log holds of each; null where there are none. */
export const ABSENT_DAYS = Prisma.sql`
  SELECT json_agg(json_build_object('date', g.day::date, 'reason', d.content ->> 'cause',
      'isWhole', (d.content ->> 'absentMinutes')::int >= (d.content ->> 'expectedMinutes')::int,
      'minutes', (SELECT coalesce(sum(e.minutes), 0)::int FROM activity_entry e
        WHERE e.placement_id = p.id AND e.removed_at IS NULL AND e.date = g.day::date))
    ORDER BY g.day, d.content ->> 'cause') AS absences
  FROM document d
    CROSS JOIN LATERAL generate_series(greatest((d.content ->> 'from')::date, a.month),
      least((d.content ->> 'to')::date, (a.month + interval '1 month')::date) - 1, interval '1 day') AS g (day)
  WHERE d.placement_id = p.id AND ${STANDING_DEVIATIONS} AND d.content ->> 'type' = 'absence'`;

/** The absences of a placement, its id being the SQL that is given, as pages show them beside other things; an empty list where there are none. */
export function absencesShown(placementId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT coalesce(json_agg(json_build_object('documentId', d.id, 'cause', d.content ->> 'cause', 'from', d.content ->> 'from',
      'to', d.content ->> 'to', 'expectedMinutes', (d.content ->> 'expectedMinutes')::int,
      'absentMinutes', (d.content ->> 'absentMinutes')::int) ORDER BY d.content ->> 'from', d.id), '[]') AS absences
    FROM document d WHERE d.placement_id = ${placementId} AND ${STANDING_DEVIATIONS} AND d.content ->> 'type' = 'absence'`;
}
