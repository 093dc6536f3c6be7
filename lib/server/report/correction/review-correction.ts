import type { ReviewedCorrection } from '#lib/domain/report/report-history.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';

type Asked = { readonly correctionId: string };

/** One correction beside the approved report that it corrects, with what the checks found in it. */
export const reviewCorrection = defineQuery<Asked, ReviewedCorrection>({
  name: 'report.reviewCorrection',
  mandates: ['reviewer'],
  purpose: 'Granskning av rättelser',
  run: async (tx, { correctionId }, { actor }) => {
    const personId = actor.kind === 'person' ? actor.personId : null;
    const [row] = await queryJson<ReviewedCorrection>(
      tx,
      Prisma.sql`
      SELECT c.id, c.report_id AS "reportId", c.status, c.reason, c.content, c.version, c.attestation_id AS "attestationId",
        to_char(c.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt", c.decision_reason AS "decisionReason",
        to_char(r.month, 'YYYY-MM') AS month, r.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        l.level, v.name AS "providerName", o.name AS "officeName",
        to_char(c.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "submittedAt",
        s.given_name || ' ' || s.family_name AS "submittedByName", c.decide_by AS "decideBy", ${CONTENT_OF_REPORT} AS before,
        r.status AS "reportStatus", c.findings, c.risk, r.amount_ore AS "amountBeforeOre", c.amount_ore AS "amountOre",
        c.new_report_id AS "newReportId",
        coalesce(${personId}::uuid IN (c.submitted_by_person_id, c.drafted_by_person_id), false) AS "ownSubmission"
      FROM report_correction c JOIN report r ON r.id = c.report_id
        JOIN placement l ON l.id = r.placement_id
        JOIN participant d ON d.id = r.participant_id
        JOIN person n ON n.id = d.person_id
        JOIN provider v ON v.id = r.provider_id
        JOIN office o ON o.id = r.office_id
        JOIN person s ON s.id = c.submitted_by_person_id
      WHERE c.id = ${correctionId}::uuid AND c.submitted_at IS NOT NULL`,
    );
    return row ?? null;
  },
  reads: ({ reportId, participantId }) => ({
    type: 'report',
    id: reportId,
    participantIds: [participantId],
  }),
});
