import type {
  DeskDecision,
  OwnDecisions,
  PlacementDecision,
} from '#lib/domain/placement-decision/placement-decision.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

const DECISION = Prisma.sql`d.id, d.placement_id AS "placementId", d.kind, d.on_day AS "onDay", d.end_reason AS "endReason", d.cause, d.reason,
  d.document_id AS "documentId", (d.decided_at AT TIME ZONE 'Europe/Stockholm')::date AS "decidedOn"`;

/** What has been decided of a placement, the latest first, with by whom and the kronor that were seen: for caseworkers. */
export async function decisionsOf(tx: Tx, placementId: string): Promise<readonly DeskDecision[]> {
  return await queryJson(
    tx,
    Prisma.sql`SELECT ${DECISION}, n.given_name || ' ' || n.family_name AS "decidedByName", d.effect_ore AS "effectOre", d.next_ore AS "nextOre"
      FROM placement_decision d LEFT JOIN person n ON n.id = d.decided_by_person_id
      WHERE d.placement_id = ${placementId}::uuid ORDER BY d.decided_at DESC, d.id DESC`,
  );
}

/** What has been decided of the participant's own placements, the latest first, without kronor, and what is asked for. */
export async function ownDecisions(tx: Tx, participantId: string): Promise<OwnDecisions> {
  const decisions = await queryJson<PlacementDecision>(
    tx,
    Prisma.sql`SELECT ${DECISION} FROM placement_decision d JOIN placement p ON p.id = d.placement_id
      WHERE p.participant_id = ${participantId}::uuid ORDER BY d.decided_at DESC, d.id DESC LIMIT 10`,
  );
  const [asked] = await queryJson<NonNullable<OwnDecisions['asked']>>(
    tx,
    Prisma.sql`SELECT d.id AS "documentId", d.content ->> 'answerBy' AS "answerBy" FROM document d JOIN placement p ON p.id = d.placement_id
      WHERE p.participant_id = ${participantId}::uuid AND d.kind = 'extension' AND d.status IN ('submitted', 'inReview') LIMIT 1`,
  );
  return { decisions, asked: asked ?? null };
}

/** One decision about a placement of the participant's, or null. */
export async function findOwnDecision(
  tx: Tx,
  participantId: string,
  decisionId: string,
): Promise<PlacementDecision | null> {
  const [decision] = await queryJson<PlacementDecision>(
    tx,
    Prisma.sql`SELECT ${DECISION} FROM placement_decision d JOIN placement p ON p.id = d.placement_id
      WHERE d.id = ${decisionId}::uuid AND p.participant_id = ${participantId}::uuid`,
  );
  return decision ?? null;
}
