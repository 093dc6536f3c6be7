import type { EndFacts } from '#lib/domain/placement-decision/take-back-end.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** What rests on the end of a placement that the actor has been found to see. The database looks again, past what is hidden. */
export async function endFacts(tx: Tx, placementId: string): Promise<EndFacts> {
  const [row] = await queryJson<EndFacts>(
    tx,
    Prisma.sql`SELECT p."end", p.end_reason AS "endReason",
        EXISTS (SELECT 1 FROM placement_decision d WHERE d.placement_id = p.id AND d.kind = 'end' AND d.on_day = p."end"
          AND d.end_reason = p.end_reason) AS "decidedHere",
        EXISTS (SELECT 1 FROM document d WHERE d.placement_id = p.id AND d.kind = 'finalReport'
          AND d.status NOT IN ('superseded', 'withdrawn')) AS "hasFinalReport",
        EXISTS (SELECT 1 FROM placement q WHERE q.participant_id = p.participant_id AND q.id <> p.id AND q.cancelled_at IS NULL
          AND q."from" >= p."end") AS "hasLaterPlacement",
        EXISTS (SELECT 1 FROM outcome o WHERE o.placement_id = p.id AND o.status NOT IN ('superseded', 'withdrawn')) AS "hasOutcome"
      FROM placement p WHERE p.id = ${placementId}::uuid`,
  );
  if (row === undefined) throw new Error('A placement that was just read is not there');
  return row;
}
