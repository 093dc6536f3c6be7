import type { DocumentPlace } from '#lib/domain/document/document-pages.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** Names for the head of a page about a placement that the actor has been found to see. */
export async function documentPlace(tx: Tx, placementId: string): Promise<DocumentPlace> {
  const [row] = await queryJson<DocumentPlace>(
    tx,
    Prisma.sql`SELECT n.given_name || ' ' || n.family_name AS "participantName", o.name AS "officeName", v.name AS "providerName",
        c.given_name || ' ' || c.family_name AS "coachName",
        (SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = p.id ORDER BY s.number DESC LIMIT 1) AS "implementationReference"
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
        JOIN office o ON o.id = p.office_id JOIN provider v ON v.id = p.provider_id LEFT JOIN person c ON c.id = p.coach_person_id
      WHERE p.id = ${placementId}::uuid`,
  );
  if (row === undefined) throw new Error('A placement that was just read is not there');
  return row;
}
