import type { DocumentDraft, ListedDocument } from '#lib/domain/document/document-pages.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** The documents of a placement that the actor sees: of each thread its last version, the latest first. */
export async function documentsOf(tx: Tx, placementId: string): Promise<readonly ListedDocument[]> {
  return await queryJson(
    tx,
    Prisma.sql`SELECT * FROM (
        SELECT DISTINCT ON (d.thread_id) d.id, d.thread_id AS "threadId", d.number, d.kind, d.status, d.due_on AS "dueOn",
          d.submitted_on AS "submittedOn", d.complete_by AS "completeBy", d.decision_reason AS "decisionReason", d.decided_at AS "decidedAt",
          (SELECT count(*)::int FROM document_event e WHERE e.document_id = d.id) AS events
        FROM document d WHERE d.placement_id = ${placementId}::uuid ORDER BY d.thread_id, d.number DESC) listed
      ORDER BY "submittedOn" DESC, id DESC`,
  );
}

/** What is being written about a placement, for those at its provider. */
export async function draftsOf(tx: Tx, placementId: string): Promise<readonly DocumentDraft[]> {
  return await queryJson(
    tx,
    Prisma.sql`SELECT d.id AS "draftId", d.kind, d.replaces_id AS "replacesId", d."values", d.saved_at AS "savedAt",
        n.given_name || ' ' || n.family_name AS "savedByName", d.version AS "draftVersion"
      FROM document_draft d JOIN person n ON n.id = d.saved_by_person_id
      WHERE d.placement_id = ${placementId}::uuid ORDER BY d.saved_at DESC, d.id DESC`,
  );
}
