import type { Actor } from '#lib/domain/actor/actor.ts';
import type { UnreadCell } from '#lib/domain/month-grid/typed-month.ts';
import type { LogSum } from '#lib/domain/report/month-from-log.ts';
import type { ReportContent, ReportRow } from '#lib/domain/report/report-content.ts';
import { coachedBy } from '#lib/server/intake/cover-rows.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { FACT_COLUMNS, FACT_JOINS, type FactRow } from '#lib/server/report/placement-months.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Which months: all within the actor's reach, or those that are named. */
export type MonthScope = {
  readonly actor: Actor;
  readonly month: Month;
  readonly placementIds?: readonly string[];
  readonly officeId?: string;
  readonly coachPersonId?: string;
};

/** A placement with service days in the month: its facts, and what there is to show and to send. */
export type MonthSource = FactRow & {
  readonly participantName: string;
  readonly familyName: string;
  /** The latest begun by the month's end first. */
  readonly references: readonly string[];
  readonly officeName: string;
  readonly coachPersonId: string | null;
  readonly coachName: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly draft: ReportContent | null;
  /** Cells of the draft that cannot be read; null without a draft. */
  readonly unread: readonly UnreadCell[] | null;
  readonly draftVersion: number;
  /** Who kept the draft last; null where it was a system. And when: ISO 8601 in UTC. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  readonly reportVersion: number;
  readonly submittedOn: PlainDate;
  readonly amountOre: number;
  readonly languageSupport: string | null;
  readonly jobSuggestions: number;
  readonly noActivityReason: ReportContent['noActivityReason'];
  readonly reportRows: readonly ReportRow[];
  /** The month's log summed by activity, form and language; only where the month can be filled in. */
  readonly log: readonly LogSum[];
};

/** The placements with service days in the month, with facts, draft, report and log, in one query. */
export async function loadMonthSources(
  tx: Tx,
  scope: MonthScope,
  today: PlainDate,
): Promise<readonly MonthSource[]> {
  const { month } = scope;
  const from = firstDay(month);
  const to = firstDay(nextMonth(month));
  return await queryJson<MonthSource>(
    tx,
    Prisma.sql`
    WITH own AS MATERIALIZED (
      SELECT p.* FROM placement p WHERE ${placementsInReach(scope.actor)} AND p.cancelled_at IS NULL
        AND p."from" < ${to}::date AND coalesce(p."end", p."to") > ${from}::date AND coalesce(p."end", p."to") > p."from"
        AND ${narrowedTo(scope, today)}),
    coach AS MATERIALIZED (SELECT c.id, c.given_name || ' ' || c.family_name AS name FROM person c WHERE c.id IN (SELECT coach_person_id FROM own))
    SELECT ${FACT_COLUMNS}, person.given_name || ' ' || person.family_name AS "participantName", person.family_name AS "familyName",
      s.refs AS "references", o.name AS "officeName", p.coach_person_id AS "coachPersonId",
      c.name AS "coachName", p."from", coalesce(p."end", p."to") AS "to", d.content AS draft, d.unread,
      k.given_name || ' ' || k.family_name AS "changedBy", to_char(d.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt",
      coalesce(d.version, 0) AS "draftVersion", r.version AS "reportVersion", r.submitted_on AS "submittedOn", r.amount_ore AS "amountOre",
      r.language_support AS "languageSupport", r.job_suggestions AS "jobSuggestions", r.no_activity_reason AS "noActivityReason",
      coalesce(w.rows, '[]') AS "reportRows", coalesce(e.entries, '[]') AS log
    FROM own p
      CROSS JOIN (SELECT ${from}::date AS month) a
      JOIN participant q ON q.id = p.participant_id
      JOIN person ON person.id = q.person_id
      JOIN office o ON o.id = p.office_id
      LEFT JOIN coach c ON c.id = p.coach_person_id
      ${FACT_JOINS}
      LEFT JOIN month_draft d ON d.placement_id = p.id AND d.month = a.month
      LEFT JOIN person k ON k.id = d.updated_by_person_id
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('activity', w.activity, 'form', w.form, 'minutes', w.minutes) ORDER BY w.id) AS rows
        FROM report_row w WHERE w.report_id = r.id) w ON r.id IS NOT NULL
      LEFT JOIN LATERAL (
        SELECT json_agg(e) AS entries FROM (SELECT e.activity, e.form, e.language, sum(e.minutes) AS minutes FROM activity_entry e
          WHERE e.placement_id = p.id AND e.removed_at IS NULL AND e.date >= a.month AND e.date < ${to}::date
            AND (r.id IS NULL OR r.status = 'returned') GROUP BY e.activity, e.form, e.language) e) e ON true`,
  );
}

function narrowedTo({ placementIds, officeId, coachPersonId }: MonthScope, today: PlainDate): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (placementIds !== undefined) conditions.push(Prisma.sql`p.id = ANY (${[...placementIds]}::uuid[])`);
  if (officeId !== undefined) conditions.push(Prisma.sql`p.office_id = ${officeId}::uuid`);
  if (coachPersonId !== undefined) conditions.push(coachedBy(coachPersonId, today));
  return Prisma.join(conditions, ' AND ');
}
