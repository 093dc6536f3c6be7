import type { ReturnedDocument } from '#lib/domain/todo/todo.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';

/** Documents that came back and are not completed yet, the first due first. */
export async function listReturnedDocuments(tx: Tx, scope: TodoScope): Promise<readonly ReturnedDocument[]> {
  const rows = await queryJson<Omit<ReturnedDocument, 'kind'>>(
    tx,
    Prisma.sql`SELECT d.id AS "documentId", d.kind AS document, p.id AS "placementId", p.participant_id AS "participantId",
        n.given_name || ' ' || n.family_name AS "participantName", coalesce(d.decision_reason, '') AS reason, d.complete_by AS "dueOn"
      FROM document d JOIN placement p ON p.id = d.placement_id JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      WHERE ${inScope(scope)} AND d.status = 'returned' AND NOT ${decidedOtherwise(scope)} ORDER BY d.complete_by NULLS LAST, d.id`,
  );
  return rows.map((row) => ({ kind: 'returnedDocument', ...row }));
}

/** That what the document `d` asks for has been decided without it: the placement has ended, or has its second period. */
function decidedOtherwise({ today }: TodoScope): Prisma.Sql {
  return Prisma.sql`(d.kind IN ('extension', 'interruptionRequest') AND (p."end" IS NOT NULL OR p."to" <= ${today}::date
    OR (d.kind = 'extension' AND EXISTS (SELECT 1 FROM service_period s WHERE s.decision_id = p.decision_id AND s.number = 2))))`;
}
