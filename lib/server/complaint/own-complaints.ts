import type { ComplainedOf, OwnComplaint } from '#lib/domain/complaint/own-complaint.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** The providers that a participant has, has had, or will have: of each its latest placement. */
export async function complainedOf(tx: Tx, participantId: string): Promise<readonly ComplainedOf[]> {
  return await queryJson(
    tx,
    Prisma.sql`SELECT l."placementId", l.provider FROM (
        SELECT DISTINCT ON (p.provider_id) p.id AS "placementId", v.name AS provider, p."from"
        FROM placement p JOIN provider v ON v.id = p.provider_id
        WHERE p.participant_id = ${participantId}::uuid AND p.cancelled_at IS NULL
        ORDER BY p.provider_id, p."from" DESC) l ORDER BY l."from" DESC, l.provider`,
  );
}

/** What the participant has complained of themselves, the latest first, with the answers. Row-level security shows them no other. */
export async function listOwnComplaints(tx: Tx, participantId: string): Promise<readonly OwnComplaint[]> {
  return await queryJson(
    tx,
    Prisma.sql`SELECT c.id, c.number, v.name AS provider, c.category, c.words, c.received_on AS "sentOn", c.may_name AS "mayName",
        CASE WHEN a.complaint_id IS NOT NULL THEN json_build_object('words', a.answer,
          'answeredOn', (a.answered_at AT TIME ZONE 'Europe/Stockholm')::date) END AS answered
      FROM complaint c JOIN placement p ON p.id = c.placement_id JOIN provider v ON v.id = c.provider_id
        LEFT JOIN complaint_answer a ON a.complaint_id = c.id
      WHERE p.participant_id = ${participantId}::uuid AND c.may_name IS NOT NULL
      ORDER BY c.number DESC LIMIT 50`,
  );
}
