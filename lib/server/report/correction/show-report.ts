import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { wayToCorrect } from '#lib/domain/report/correct-report.ts';
import {
  currentVersion,
  type HeldCorrection,
  type ReportHistory,
  type ReportVersion,
} from '#lib/domain/report/report-history.ts';
import type { ShownReportInput } from '#lib/schemas/report-correction.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';
import { findOwnReview } from '#lib/server/review/own-review.ts';
import { conflict } from '#lib/shared/problem.ts';

type Head = Omit<ReportHistory, 'versions' | 'review' | 'corrections' | 'way' | 'refusal'>;

const INSTANT = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

/** A month's report with all its versions, whichever of them is asked for, and the corrections that are none. */
export const showReport = defineQuery<ShownReportInput, ReportHistory>({
  name: 'report.show',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Egna inskickade rapporter',
  run: async (tx, { reportId }, { actor, today }) => {
    const [head] = await queryJson<Head>(
      tx,
      Prisma.sql`
      SELECT r.placement_id AS "placementId", r.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        o.name AS "officeName", l.level, to_char(r.month, 'YYYY-MM') AS month
      FROM report r JOIN placement l ON l.id = r.placement_id JOIN office o ON o.id = r.office_id
        JOIN participant d ON d.id = r.participant_id JOIN person n ON n.id = d.person_id
      WHERE r.id = ${reportId}::uuid AND ${reportsInReach(actor)}`,
    );
    if (head === undefined) return null;
    const versions = await listVersions(tx, reportId);
    const current = currentVersion({ versions });
    const sees = actor.kind === 'person' && seesMoney(actor.role);
    const review = current === null ? null : await findOwnReview(tx, current.id, { today, seesMoney: sees });
    const way =
      review === null
        ? { ok: false as const, error: conflict() }
        : wayToCorrect({
            status: review.status,
            reopened: review.status !== 'approved' && review.reopenings.length > 0,
            proposed: review.replyBy !== null,
          });
    return {
      ...head,
      versions,
      review,
      corrections: await listCorrections(tx, reportId),
      way: way.ok ? way.value : null,
      refusal: way.ok ? null : way.error,
    };
  },
  reads: ({ participantId }, { reportId }) => ({
    type: 'report',
    id: reportId,
    participantIds: [participantId],
  }),
});

async function listVersions(tx: Tx, reportId: string): Promise<readonly ReportVersion[]> {
  return await queryJson<ReportVersion>(
    tx,
    Prisma.sql`
    SELECT r.id, r.number, r.status, r.version, to_char(r.submitted_at AT TIME ZONE 'UTC', ${INSTANT}) AS "submittedAt",
      s.given_name || ' ' || s.family_name AS "submittedByName", r.attestation_id AS "attestationId", ${CONTENT_OF_REPORT} AS content,
      (SELECT c.reason FROM report_correction c WHERE c.new_report_id = r.id) AS reason,
      (SELECT json_build_object('decision', d.decision, 'reason', d.reason, 'decidedAt', to_char(d.decided_at AT TIME ZONE 'UTC', ${INSTANT}))
        FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS decision
    FROM report a JOIN report r ON r.placement_id = a.placement_id AND r.month = a.month
      LEFT JOIN person s ON s.id = r.submitted_by_person_id
    WHERE a.id = ${reportId}::uuid ORDER BY r.number DESC`,
  );
}

async function listCorrections(tx: Tx, reportId: string): Promise<readonly HeldCorrection[]> {
  return await queryJson<HeldCorrection>(
    tx,
    Prisma.sql`
    SELECT c.id, c.report_id AS "reportId", c.status, c.reason, c.content, c.version, n.given_name || ' ' || n.family_name AS "draftedByName",
      to_char(c.submitted_at AT TIME ZONE 'UTC', ${INSTANT}) AS "submittedAt", c.decide_by AS "decideBy", c.attestation_id AS "attestationId",
      to_char(c.decided_at AT TIME ZONE 'UTC', ${INSTANT}) AS "decidedAt", c.decision_reason AS "decisionReason"
    FROM report a JOIN report r ON r.placement_id = a.placement_id AND r.month = a.month
      JOIN report_correction c ON c.report_id = r.id AND c.status IN ('draft', 'submitted', 'rejected', 'withdrawn')
      JOIN person n ON n.id = c.drafted_by_person_id
    WHERE a.id = ${reportId}::uuid ORDER BY coalesce(c.submitted_at, c.drafted_at) DESC, c.id`,
  );
}
