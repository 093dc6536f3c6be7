import type { FindingVerdict } from '#lib/domain/review/finding-verdict.ts';
import type {
  EarlierDecision,
  Precision,
  ReportHead,
  ShownReopening,
  StoredFinding,
} from '#lib/domain/review/reviewed-report.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

const INSTANT = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

/** A decision `d` as its facts, without who made it: with the rows it lowered, its last day and what the provider answered. */
export const DECISION_COLUMNS = Prisma.sql`d.id, d.report_id AS "reportId", d.decision, d.by, d.effect_ore AS "effectOre", d.next_ore AS "nextOre",
  d.reason_code AS "reasonCode", d.reason, d.last_day AS "lastDay", to_char(d.decided_at AT TIME ZONE 'UTC', ${INSTANT}) AS "decidedAt",
  (SELECT coalesce(json_agg(json_build_object('activity', x.activity, 'form', x.form, 'reportedMinutes', x.reported_minutes,
      'approvedMinutes', x.approved_minutes, 'reasonCode', x.reason_code, 'text', x.text) ORDER BY x.id), '[]')
    FROM review_decision_row x WHERE x.decision_id = d.id) AS lowered,
  (SELECT json_build_object('text', a.text, 'repliedAt', to_char(a.replied_at AT TIME ZONE 'UTC', ${INSTANT}),
      'repliedByName', n.given_name || ' ' || n.family_name)
    FROM review_reply a JOIN person n ON n.id = a.replied_by_person_id WHERE a.decision_id = d.id) AS reply`;

/** Decisions on this version and on the one it replaces, newest first. */
export async function findDecisions(tx: Tx, head: ReportHead): Promise<readonly EarlierDecision[]> {
  return await queryJson<EarlierDecision>(
    tx,
    Prisma.sql`
    SELECT ${DECISION_COLUMNS}, p.given_name || ' ' || p.family_name AS "decidedByName"
    FROM review_decision d LEFT JOIN person p ON p.id = d.decided_by_person_id
    WHERE d.report_id IN (${head.id}::uuid, ${head.supersedesId}::uuid) ORDER BY d.decided_at DESC, d.id DESC`,
  );
}

/** How often the decision has been taken up again, the latest first. */
export async function findReopenings(tx: Tx, { id }: ReportHead): Promise<readonly ShownReopening[]> {
  return await queryJson<ShownReopening>(
    tx,
    Prisma.sql`
    SELECT o.id, o.kind, o.reason, o.effect_ore AS "effectOre", to_char(o.reopened_at AT TIME ZONE 'UTC', ${INSTANT}) AS "reopenedAt",
      p.given_name || ' ' || p.family_name AS "reopenedByName",
      (SELECT n.given_name || ' ' || n.family_name FROM review_decision d JOIN person n ON n.id = d.decided_by_person_id
        WHERE d.id = o.decision_id) AS "decidedByName"
    FROM report_reopening o JOIN person p ON p.id = o.reopened_by_person_id
    WHERE o.report_id = ${id}::uuid ORDER BY o.reopened_at DESC`,
  );
}

type Found = StoredFinding & { readonly precision: Precision | null };

/** What the checks found, holds first, with how often persons have found each check right. */
export async function findFindings(tx: Tx, { id }: ReportHead): Promise<readonly Found[]> {
  return await queryJson<Found>(
    tx,
    Prisma.sql`
    SELECT f.code, f.severity, f.facts, (SELECT json_build_object('upheld', count(*) FILTER (WHERE v.upheld), 'judged', count(*))
      FROM finding_verdict v WHERE v.code = f.code HAVING count(*) > 0) AS precision
    FROM check_finding f WHERE f.report_id = ${id}::uuid ORDER BY f.severity = 'hold' DESC, f.code`,
  );
}

/** The latest verdict on each finding. */
export async function findVerdicts(tx: Tx, { id }: ReportHead): Promise<readonly FindingVerdict[]> {
  return await queryJson<FindingVerdict>(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (v.code) v.code, v.upheld FROM finding_verdict v JOIN review_decision d ON d.id = v.decision_id
    WHERE v.report_id = ${id}::uuid ORDER BY v.code, d.decided_at DESC, d.id DESC`,
  );
}

/** Whether the proposal that stands on report `r` has been answered: the latest decision, while a reply is waited for. */
export const REPLIED = Prisma.sql`(r.reply_by IS NOT NULL AND EXISTS (SELECT 1 FROM review_reply a WHERE a.decision_id = (
  SELECT d.id FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)))`;
