import type { OwnWork } from '#lib/domain/participant/own-work.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** The work or studies of the participant that the provider has told of: what stands of the latest. No kronor. */
export async function ownWork(tx: Tx, participantId: string): Promise<OwnWork | null> {
  const [work] = await queryJson<OwnWork>(
    tx,
    Prisma.sql`SELECT coalesce(o.type::text, d.content ->> 'type') AS type, coalesce(o."from"::text, d.content ->> 'from') AS "from",
        CASE WHEN o.status = 'approved' THEN 'approved' WHEN o.status = 'rejected' THEN 'rejected' WHEN o.id IS NOT NULL THEN 'reported'
          WHEN d.status = 'approved' THEN 'confirmed' ELSE 'signalled' END AS stands, d.id AS "documentId"
      FROM placement p
        LEFT JOIN outcome o ON o.placement_id = p.id AND o.status NOT IN ('superseded', 'withdrawn')
        LEFT JOIN document d ON d.placement_id = p.id AND d.kind = 'signal' AND d.status IN ('submitted', 'inReview', 'returned', 'approved')
      WHERE p.participant_id = ${participantId}::uuid AND p.cancelled_at IS NULL AND (o.id IS NOT NULL OR d.id IS NOT NULL)
      ORDER BY p."from" DESC LIMIT 1`,
  );
  return work ?? null;
}
