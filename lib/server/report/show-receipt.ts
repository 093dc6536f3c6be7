import type { Receipt } from '#lib/domain/report/receipt.ts';
import type { ReceiptInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { attestedReports } from '#lib/server/report/attested-reports.ts';
import { ore } from '#lib/shared/money.ts';
import { fromUtcDate } from '#lib/shared/plain-date.ts';

type Head = Omit<Receipt, 'amountOre' | 'reports' | 'chain' | 'decidedBy' | 'correction'> & {
  readonly correction: Receipt['correction'];
  readonly amountOre: string;
  readonly seq: string | null;
  readonly hash: string | null;
};

/** What somebody who attested has in hand. Reports that the reader may not see are counted, not shown. */
export const showReceipt = defineQuery<ReceiptInput, Receipt>({
  name: 'report.receipt',
  mandates: ['coach', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Kvitto på intygad redovisning',
  run: async (tx, { attestationId }, { actor }) => {
    const [head] = await tx.$queryRaw<Head[]>`
      SELECT a.id::text AS "attestationId", to_char(a.month, 'YYYY-MM') AS month, a.statement_text AS statement,
        to_char(a.attested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "attestedAt",
        to_char(a.authenticated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "authenticatedAt",
        p.given_name || ' ' || p.family_name AS "attestedByName", a.standing, a.content_hash AS "contentHash",
        a.report_count AS "reportCount", a.amount_ore::text AS "amountOre",
        (SELECT json_build_object('reportId', coalesce(c.new_report_id, c.report_id), 'status', c.status) FROM report_correction c
          WHERE c.attestation_id = a.id) AS correction, l.seq::text, encode(l.hash, 'hex') AS hash
      FROM attestation a JOIN person p ON p.id = a.person_id LEFT JOIN LATERAL app.attestation_link(a.id) l ON true
      WHERE a.id = ${attestationId}::uuid AND a.provider_id = ${monthActor(actor).providerId}::uuid`;
    if (head === undefined) return null;
    const { seq, hash, amountOre, ...shown } = head;
    const reports = await attestedReports(tx, attestationId, actor);
    const { _max: last } = await tx.report.aggregate({
      where: { attestationId, status: { in: ['submitted', 'inReview'] } },
      _max: { decideBy: true },
    });
    const { decideBy } = last;
    return {
      ...shown,
      amountOre: ore(Number(amountOre)),
      decidedBy: decideBy === null ? null : fromUtcDate(decideBy),
      reports,
      chain: seq === null || hash === null ? null : { seq: Number(seq), hash },
    };
  },
  reads: ({ attestationId, reports }) => ({
    type: 'attestation',
    id: attestationId,
    participantIds: reports.map(({ participantId }) => participantId),
  }),
});
