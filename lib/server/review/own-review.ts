import type { OwnDecision, OwnReopening, OwnReview } from '#lib/domain/review/own-review.ts';
import { reconsiderReport } from '#lib/domain/review/reopen-report.ts';
import { replyState } from '#lib/domain/review/reply-state.ts';
import type { StoredFinding } from '#lib/domain/review/reviewed-report.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { reconsiderableReport } from '#lib/server/review/reconsider-report.ts';
import { DECISION_COLUMNS } from '#lib/server/review/report-decisions.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Row = Pick<OwnReview, 'reportId' | 'version' | 'status' | 'decideBy' | 'standingStatus' | 'replyBy'>;

type Reader = { readonly today: PlainDate; readonly seesMoney: boolean };

/** How one of the provider's own reports stands in review; who asks has been seen to reach it. Kronor only for those who see money. */
export async function findOwnReview(
  tx: Tx,
  reportId: string,
  { today, seesMoney }: Reader,
): Promise<OwnReview> {
  const [row] = await queryJson<Row>(
    tx,
    Prisma.sql`SELECT r.id AS "reportId", r.version, r.status, r.decide_by AS "decideBy", r.standing_status AS "standingStatus",
      r.reply_by AS "replyBy" FROM report r WHERE r.id = ${reportId}::uuid`,
  );
  if (row === undefined) throw new Error(`Report ${reportId} is not seen`);
  const decisions = await queryJson<OwnDecision>(
    tx,
    Prisma.sql`SELECT ${DECISION_COLUMNS} FROM review_decision d WHERE d.report_id = ${reportId}::uuid ORDER BY d.decided_at DESC, d.id DESC`,
  );
  const [latest] = decisions;
  const standing = await reconsiderableReport(tx, {
    id: reportId,
    status: row.status,
    decision: latest?.decision ?? null,
    decisionId: latest?.id ?? null,
  });
  return {
    ...row,
    reply: replyState(
      { replyBy: row.replyBy, replied: latest !== undefined && latest.reply !== null },
      today,
    ),
    askBy: reconsiderReport(standing, today).ok ? standing.askBy : null,
    decisions: seesMoney
      ? decisions
      : decisions.map((decision) => ({ ...decision, effectOre: null, nextOre: null })),
    reopenings: await listReopenings(tx, reportId),
    findings: await listFindings(tx, reportId),
  };
}

async function listReopenings(tx: Tx, reportId: string): Promise<readonly OwnReopening[]> {
  return await queryJson<OwnReopening>(
    tx,
    Prisma.sql`SELECT o.id, o.kind, o.reason, to_char(o.reopened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "reopenedAt",
      CASE WHEN o.kind = 'reconsideration' THEN n.given_name || ' ' || n.family_name END AS "askedByName"
    FROM report_reopening o LEFT JOIN person n ON n.id = o.reopened_by_person_id
    WHERE o.report_id = ${reportId}::uuid ORDER BY o.reopened_at DESC`,
  );
}

/** What the checks found, in their own sentences. */
async function listFindings(tx: Tx, reportId: string): Promise<readonly StoredFinding[]> {
  return await queryJson<StoredFinding>(
    tx,
    Prisma.sql`SELECT f.code, f.severity, f.facts FROM check_finding f WHERE f.report_id = ${reportId}::uuid
      ORDER BY f.severity = 'hold' DESC, f.code`,
  );
}
