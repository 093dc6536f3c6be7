import { mondayOf, type PlacementFacts, WEEKS_JUDGED } from '#lib/domain/quality/placement-facts.ts';
import type { Placed } from '#lib/domain/quality/quality-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A placement with service days today, whose it is, and what the requirements know about it. */
export type PlacedFacts = PlacementFacts & Placed;

/**
 * The facts of every placement `p` of the scope with service days on `today`, in one query. The scope says whose they
 * are, so that a provider's own and a follow-up of a provider are the same query. What every placement has goes by its index, placement
 * by placement; what few have, and who coaches many, is found once for all. Of the log and of reports' rows only the weeks and months that are
 * judged are read.
 */
export async function loadFacts(
  tx: Tx,
  scope: Prisma.Sql,
  today: PlainDate,
): Promise<readonly PlacedFacts[]> {
  const firstWeek = addDays(mondayOf(today), -7 * WEEKS_JUDGED);
  const lastMonth = firstDay(previousMonth(monthOf(today)));
  const since = firstWeek < lastMonth ? firstWeek : lastMonth;
  return await queryJson<PlacedFacts>(
    tx,
    Prisma.sql`
    WITH own AS MATERIALIZED (
      SELECT p.id, p.participant_id, p.level, p.office_id, p.coach_person_id, p."from", coalesce(p."end", p."to") AS "to" FROM placement p
      WHERE ${scope} AND p.cancelled_at IS NULL AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date),
    coach AS MATERIALIZED (SELECT c.id, c.given_name || ' ' || c.family_name AS name FROM person c WHERE c.id IN (SELECT coach_person_id FROM own)),
    other AS MATERIALIZED (${OTHER_ACTOR(today)})
    SELECT p.id AS "placementId", p.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS name,
      n.family_name AS "familyName", s.reference, p.level, p.office_id AS "officeId", o.name AS "officeName",
      p.coach_person_id AS "coachPersonId", c.name AS "coachName",
      p."from", p."to", s.periods, h."hasLog", g.weeks, g.logged, coalesce(r.reports, '[]') AS reports,
      m.last AS "lastMeetingOn", m2.last AS "lastOnSiteMeetingOn", coalesce(x.months, '[]') AS "otherActorMonths", coalesce(v.plans, '[]') AS plans
    FROM own p
      JOIN participant q ON q.id = p.participant_id
      JOIN person n ON n.id = q.person_id
      JOIN office o ON o.id = p.office_id
      LEFT JOIN coach c ON c.id = p.coach_person_id
      LEFT JOIN other x ON x.placement_id = p.id
      CROSS JOIN LATERAL (${PERIODS(today)}) s
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM activity_entry e
        WHERE e.placement_id = p.id AND e.date <= ${today}::date AND e.removed_at IS NULL) AS "hasLog") h
      CROSS JOIN LATERAL (${LOG({ since, firstWeek, lastMonth, today })}) g
      CROSS JOIN LATERAL (${REPORTS(lastMonth)}) r
      CROSS JOIN LATERAL (SELECT max(e.date) AS last FROM activity_entry e WHERE e.placement_id = p.id AND e.removed_at IS NULL
        AND e.activity = 'individualMeeting' AND e.date <= ${today}::date) m
      CROSS JOIN LATERAL (SELECT max(e.date) AS last FROM activity_entry e WHERE e.placement_id = p.id AND e.removed_at IS NULL
        AND e.activity = 'individualMeeting' AND e.date <= ${today}::date AND e.form = 'onSite') m2
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('from', v."from", 'madeOn', (v.created_at AT TIME ZONE 'Europe/Stockholm')::date,
          'derived', v.derived, 'extended', v.extended) ORDER BY v.number) AS plans
        FROM plan v WHERE v.placement_id = p.id) v`,
  );
}

const PERIODS = (today: PlainDate) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('number', s.number, 'from', s."from", 'to', s."to") ORDER BY s.number), '[]') AS periods,
    coalesce((array_agg(s.implementation_reference ORDER BY (s."from" <= ${today}::date) DESC, s.number DESC))[1], '') AS reference
  FROM service_period s WHERE s.placement_id = p.id`;

type Since = Readonly<Record<'since' | 'firstWeek' | 'lastMonth' | 'today', PlainDate>>;

/** Support by week and by month; own work is the participant's own time. */
const LOG = ({ since, firstWeek, lastMonth, today }: Since) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('from', w.week, 'minutes', w.minutes)) FILTER (WHERE w.week >= ${firstWeek}::date), '[]') AS weeks,
    coalesce(json_agg(json_build_object('month', to_char(w.month, 'YYYY-MM'), 'support', w.minutes, 'onSite', w.on_site))
      FILTER (WHERE w.month >= ${lastMonth}::date), '[]') AS logged
  FROM (
    SELECT date_trunc('week', e.date)::date AS week, date_trunc('month', e.date)::date AS month, sum(e.minutes)::int AS minutes,
      coalesce(sum(e.minutes) FILTER (WHERE e.form = 'onSite'), 0)::int AS on_site
    FROM activity_entry e
    WHERE e.placement_id = p.id AND e.removed_at IS NULL AND e.activity <> 'ownWork'
      AND e.date >= ${since}::date AND e.date <= ${today}::date
    GROUP BY GROUPING SETS ((1), (2))) w`;

/** When each month's report came first, and of those that are judged the minutes of the version that counts. */
const REPORTS = (lastMonth: PlainDate) => Prisma.sql`
  SELECT json_agg(json_build_object('month', to_char(r.month, 'YYYY-MM'), 'submittedOn', r.first_on,
    'support', r.support, 'onSite', r.on_site) ORDER BY r.month) AS reports
  FROM (
    SELECT r.month, min(r.submitted_on) AS first_on, coalesce(sum(w.support), 0)::int AS support, coalesce(sum(w.on_site), 0)::int AS on_site
    FROM report r
      LEFT JOIN LATERAL (
        SELECT sum(app.counted_minutes(w)) AS support, sum(app.counted_minutes(w)) FILTER (WHERE w.form = 'onSite') AS on_site
        FROM report_row w WHERE r.month >= ${lastMonth}::date AND w.report_id = r.id AND w.activity <> 'ownWork') w
        ON r.status NOT IN ('superseded', 'rejected')
    WHERE r.placement_id = p.id AND r.status <> 'withdrawn'
    GROUP BY r.month) r`;

/** Months with another actor's measure: in a report that counts, or in the log. */
const OTHER_ACTOR = (today: PlainDate) => Prisma.sql`
  SELECT x.placement_id, json_agg(to_char(x.month, 'YYYY-MM') ORDER BY x.month) AS months
  FROM (
    SELECT r.placement_id, r.month FROM report_row w JOIN report r ON r.id = w.report_id
    WHERE w.activity = 'otherActor' AND r.status NOT IN ('superseded', 'withdrawn', 'rejected') AND r.placement_id IN (SELECT id FROM own)
    UNION SELECT e.placement_id, date_trunc('month', e.date)::date FROM activity_entry e
    WHERE e.activity = 'otherActor' AND e.removed_at IS NULL AND e.date <= ${today}::date AND e.placement_id IN (SELECT id FROM own)) x
  GROUP BY x.placement_id`;
