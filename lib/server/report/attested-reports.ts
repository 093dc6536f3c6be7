import type { Actor } from '#lib/domain/actor/actor.ts';
import type { ReceiptReport } from '#lib/domain/report/receipt.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** Of a report `r`: nobody has taken it, and no decision on it is taken up again. */
export const WITHDRAWABLE = Prisma.sql`(r.status = 'submitted' AND r.taken_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM report_reopening o WHERE o.report_id = r.id))`;

/** The reports of an attestation that the actor may see, in the order of names. */
export async function attestedReports(
  tx: Tx,
  attestationId: string,
  actor: Actor,
): Promise<readonly ReceiptReport[]> {
  return await queryJson<ReceiptReport>(
    tx,
    Prisma.sql`
    SELECT r.id AS "reportId", r.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
      (SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = r.placement_id
        AND s."from" < r.month + interval '1 month' ORDER BY s.number DESC LIMIT 1) AS reference,
      r.content_hash AS "contentHash", r.amount_ore AS "amountOre", r.status, ${WITHDRAWABLE} AS withdrawable
    FROM report r JOIN participant q ON q.id = r.participant_id JOIN person n ON n.id = q.person_id
    WHERE r.attestation_id = ${attestationId}::uuid AND ${reportsInReach(actor)}
    ORDER BY n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", r.id`,
  );
}
