import type { ExportKind } from '#lib/domain/export/export-kind.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

export type ExportScope = { readonly providerId: string; readonly since: Date | null };

const WHO = Prisma.sql`coalesce((SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = p.id ORDER BY s.number DESC LIMIT 1), ''),
  n.given_name || ' ' || n.family_name, o.name`;
const NAMED = Prisma.sql`JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office o ON o.id = p.office_id`;

/** Instants as people's spreadsheets take them: to the minute, on a Swedish clock. */
const at = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')`;
const yes = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${condition} THEN 'ja' ELSE 'nej' END`;

/**
 * What there is of a kind, as rows of `values` (in the order of its columns) with the participant whose they are. Row-level
 * security leaves what the reader's offices have; whoever has protected identity is never in it, whoever reads.
 */
export function exportSource(kind: ExportKind, { providerId, since }: ExportScope): Prisma.Sql {
  const own = Prisma.sql`p.provider_id = ${providerId}::uuid AND NOT p.protected AND NOT q.protected AND p.cancelled_at IS NULL`;
  const fresh = (...instants: readonly Prisma.Sql[]): Prisma.Sql =>
    since === null ? Prisma.sql`true` : Prisma.sql`greatest(${Prisma.join([...instants])}) > ${since}`;
  switch (kind) {
    case 'participants':
      return Prisma.sql`SELECT jsonb_build_array(${WHO}, c.ka_number, c.delivery_area_id, p.level, p."from", p."to", p."end", p.end_reason,
          (SELECT h.given_name || ' ' || h.family_name FROM person h WHERE h.id = p.coach_person_id), q.language, ${yes(Prisma.sql`q.needs_language_support`)}) AS values,
          p.participant_id AS participant
        FROM placement p ${NAMED} JOIN contract c ON c.id = p.contract_id
        WHERE ${own} AND ${fresh(Prisma.sql`p.changed_at`)} ORDER BY p."from", p.id`;
    case 'plans':
      return Prisma.sql`SELECT jsonb_build_array(${WHO}, l.number, l."from", ${at(Prisma.sql`l.created_at`)}, l.aim, l.goal, l.field, a.activity,
          a.purpose, a.goal, a.minutes_per_week) AS values, p.participant_id AS participant
        FROM plan l JOIN placement p ON p.id = l.placement_id ${NAMED} LEFT JOIN plan_activity a ON a.plan_id = l.id
        WHERE ${own} AND ${fresh(Prisma.sql`l.created_at`)} ORDER BY l.created_at, l.id, a.activity`;
    case 'log':
      return Prisma.sql`SELECT jsonb_build_array(${WHO}, e.date, e.activity, e.form, e.minutes, e.language,
          (SELECT h.given_name || ' ' || h.family_name FROM person h WHERE h.id = coalesce(e.coach_person_id, e.created_by_person_id)), e.note,
          ${yes(Prisma.sql`e.removed_at IS NOT NULL`)}) AS values, p.participant_id AS participant
        FROM activity_entry e JOIN placement p ON p.id = e.placement_id ${NAMED}
        WHERE ${own} AND ${fresh(Prisma.sql`e.changed_at`)} ORDER BY e.date, e.id`;
    case 'reports':
      return Prisma.sql`SELECT jsonb_build_array(${WHO}, to_char(r.month, 'YYYY-MM'), r.number, r.status, r.standing_status, r.submitted_on, w.activity, w.form, w.minutes, app.counted_minutes(w),
          r.language_support, r.job_suggestions, r.no_activity_reason, r.amount_ore / 100.0, d.decision, ${at(Prisma.sql`d.decided_at`)}, d.reason) AS values,
          p.participant_id AS participant
        FROM report r JOIN placement p ON p.id = r.placement_id ${NAMED} LEFT JOIN report_row w ON w.report_id = r.id
          LEFT JOIN LATERAL (SELECT x.decision, x.decided_at, x.reason FROM review_decision x WHERE x.report_id = r.id
            ORDER BY x.decided_at DESC LIMIT 1) d ON true
        WHERE ${own} AND NOT r.protected AND r.provider_id = ${providerId}::uuid AND ${fresh(Prisma.sql`r.changed_at`, Prisma.sql`d.decided_at`)}
        ORDER BY r.month, r.id, w.id`;
    case 'documents':
      return Prisma.sql`SELECT jsonb_build_array(${WHO}, t.kind, t.number, t.status, ${at(Prisma.sql`t.submitted_at`)}, ${at(Prisma.sql`t.decided_at`)},
          t.decision_reason, t.content) AS values, p.participant_id AS participant
        FROM document t JOIN placement p ON p.id = t.placement_id ${NAMED}
        WHERE ${own} AND ${fresh(
          Prisma.sql`t.submitted_at`,
          Prisma.sql`t.decided_at`,
          Prisma.sql`(SELECT max(v.at) FROM document_event v WHERE v.document_id = t.id)`,
        )}
        ORDER BY t.submitted_at, t.id`;
    case 'outcomes':
      return Prisma.sql`SELECT jsonb_build_array(${WHO}, u.type, u.number, u.status, u."from", u.signalled_on, u.verified_through, x."from", x."to",
          x.extent_percent, x.employer_name, x.employer_org_no) AS values, p.participant_id AS participant
        FROM outcome u JOIN placement p ON p.id = u.placement_id ${NAMED} LEFT JOIN outcome_spell x ON x.outcome_id = u.id
        WHERE ${own} AND ${fresh(
          Prisma.sql`u.submitted_at`,
          Prisma.sql`(SELECT max(y.decided_at) FROM outcome_decision y WHERE y.outcome_id = u.id)`,
        )}
        ORDER BY u.submitted_at, u.id, x.number`;
    case 'statementLines':
      return Prisma.sql`SELECT jsonb_build_array(${WHO}, t.cut_off, t.status, l.key, l.component, l.quantity, l.unit_ore / 100.0, l.amount_ore / 100.0) AS values,
          p.participant_id AS participant
        FROM statement_line l JOIN statement t ON t.id = l.statement_id JOIN placement p ON p.id = l.placement_id ${NAMED}
        WHERE ${own} AND t.provider_id = ${providerId}::uuid AND t.status <> 'open'
          AND ${fresh(Prisma.sql`t.proposed_at`, Prisma.sql`t.accepted_at`)} ORDER BY t.cut_off, l.id`;
  }
}
