import type { CorrectionQueue, QueuedCorrection } from '#lib/domain/report/report-history.ts';
import type { CorrectionQueueInput } from '#lib/schemas/report-correction.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';

const PAGE_SIZE = 50;

/** Corrections of approved reports that wait for a decision, the soonest due first. */
export const correctionQueue = defineQuery<CorrectionQueueInput, CorrectionQueue>({
  name: 'report.correctionQueue',
  mandates: ['reviewer'],
  purpose: 'Granskning av rättelser',
  run: async (tx, { page }) => {
    const rows = await queryJson<QueuedCorrection & { readonly total: number }>(
      tx,
      Prisma.sql`
      SELECT c.id, to_char(r.month, 'YYYY-MM') AS month, r.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        l.level, v.name AS "providerName", o.name AS "officeName", (c.submitted_at AT TIME ZONE 'Europe/Stockholm')::date AS "submittedOn",
        c.decide_by AS "decideBy", c.risk,
        (SELECT count(*)::int FROM jsonb_array_elements(c.findings) f WHERE f ->> 'severity' = 'hold') AS holds,
        (SELECT coalesce(sum(w.minutes), 0)::int FROM report_row w WHERE w.report_id = r.id AND w.activity <> 'ownWork') AS "supportBefore",
        (SELECT coalesce(sum((w ->> 'minutes')::int), 0)::int FROM jsonb_array_elements(c.content -> 'rows') w
          WHERE w ->> 'activity' <> 'ownWork') AS "supportAfter",
        count(*) OVER ()::int AS total
      FROM report_correction c JOIN report r ON r.id = c.report_id
        JOIN placement l ON l.id = r.placement_id
        JOIN participant d ON d.id = r.participant_id
        JOIN person n ON n.id = d.person_id
        JOIN provider v ON v.id = r.provider_id
        JOIN office o ON o.id = r.office_id
      WHERE c.status = 'submitted' ORDER BY c.decide_by, c.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    );
    return {
      corrections: rows.map(({ total: _total, ...row }) => row),
      total: rows[0]?.total ?? 0,
      page,
      pageSize: PAGE_SIZE,
    };
  },
  reads: ({ corrections }) => ({
    type: 'report',
    id: null,
    participantIds: corrections.map(({ participantId }) => participantId),
  }),
});
