import type { SwitchSharing } from '#lib/domain/final-report/handing-on.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** The participant's switches that stand, the latest first, with what each lets the next provider read. */
export async function listSharing(tx: Tx, participantId: string): Promise<readonly SwitchSharing[]> {
  return await queryJson<SwitchSharing>(
    tx,
    Prisma.sql`
    SELECT w.id AS "switchId", f.name AS "fromProvider", t.name AS "toProvider", w.effective_on AS "effectiveOn",
      (SELECT json_agg(json_build_object('what', k.what, 'given', app.shares(w.id, k.what),
          'number', (SELECT count(*)::int FROM sharing_event e WHERE e.switch_id = w.id AND e.what = k.what)) ORDER BY k.at)
        FROM unnest(ARRAY['plan', 'finalReport']) WITH ORDINALITY AS k (what, at)) AS sharing,
      (SELECT d.id FROM document d WHERE d.placement_id = p.id AND d.kind = 'finalReport' AND d.status = 'approved') AS "finalReportId"
    FROM provider_switch w JOIN placement p ON p.id = w.from_placement_id JOIN provider f ON f.id = p.provider_id
      JOIN placement q ON q.id = w.to_placement_id JOIN provider t ON t.id = q.provider_id
    WHERE w.participant_id = ${participantId}::uuid AND w.undone_at IS NULL
    ORDER BY w.effective_on DESC, w.id DESC`,
  );
}
