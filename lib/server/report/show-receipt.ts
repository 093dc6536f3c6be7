import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Receipt, ReceiptReport } from '#lib/domain/report/receipt.ts';
import type { ReceiptInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { ore } from '#lib/shared/money.ts';

type Head = Omit<Receipt, 'amountOre' | 'reports' | 'chain'> & {
  readonly amountOre: string;
  readonly seq: string | null;
  readonly hash: string | null;
};
type Row = Omit<ReceiptReport, 'amountOre'> & { readonly amountOre: string };

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
        a.report_count AS "reportCount", a.amount_ore::text AS "amountOre", l.seq::text, encode(l.hash, 'hex') AS hash
      FROM attestation a JOIN person p ON p.id = a.person_id LEFT JOIN LATERAL app.attestation_link(a.id) l ON true
      WHERE a.id = ${attestationId}::uuid AND a.provider_id = ${monthActor(actor).providerId}::uuid`;
    if (head === undefined) return null;
    const { seq, hash, amountOre, ...shown } = head;
    const rows = await findReports(tx, attestationId, actor);
    return {
      ...shown,
      amountOre: ore(Number(amountOre)),
      reports: rows.map((row) => ({ ...row, amountOre: ore(Number(row.amountOre)) })),
      chain: seq === null || hash === null ? null : { seq: Number(seq), hash },
    };
  },
  reads: ({ attestationId, reports }) => ({
    type: 'attestation',
    id: attestationId,
    participantIds: reports.map(({ participantId }) => participantId),
  }),
});

async function findReports(tx: Tx, attestationId: string, actor: Actor): Promise<readonly Row[]> {
  return await tx.$queryRaw<Row[]>`
    SELECT r.id::text AS "reportId", r.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
      (SELECT s.implementation_reference::text FROM service_period s WHERE s.placement_id = r.placement_id
        AND s."from" < r.month + interval '1 month' ORDER BY s.number DESC LIMIT 1) AS reference,
      r.content_hash AS "contentHash", r.amount_ore::text AS "amountOre", r.status::text
    FROM report r JOIN participant q ON q.id = r.participant_id JOIN person n ON n.id = q.person_id
    WHERE r.attestation_id = ${attestationId}::uuid AND ${reportsInReach(actor)}
    ORDER BY n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", r.id`;
}
