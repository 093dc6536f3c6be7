import type { DocumentKind } from '#lib/domain/document/document.ts';
import { worksAt } from '#lib/domain/document/document-steps.ts';
import type { DocumentQueue, QueuedDocument } from '#lib/domain/document/document-pages.ts';
import { DESKS } from '#lib/domain/document/document.ts';
import type { DocumentQueueInput } from '#lib/schemas/document.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { deskPerson } from '#lib/server/document/document-page.ts';
import { placementsSeenBy } from '#lib/server/document/document-rows.ts';

const PAGE_SIZE = 50;

type Row = QueuedDocument & { readonly total: number };

/** Documents that wait at the desks of who asks: by the day an answer is needed, then by the day they came in. */
export const documentQueue = defineQuery<DocumentQueueInput, DocumentQueue>({
  name: 'document.queue',
  mandates: ['caseworker', 'reviewer'],
  purpose: 'Handläggning av handlingar',
  async run(tx, { kind, show, q, page }, { actor }) {
    const person = await deskPerson(tx, actor);
    const desks = DESKS.filter((desk) => worksAt(desk, person));
    const waiting = Prisma.sql`d.status IN ('submitted', 'inReview') AND d.desk = ANY (${desks})`;
    const rows = await queryJson<Row>(
      tx,
      Prisma.sql`
      SELECT d.id, d.kind, d.status, d.desk, d.number, d.due_on AS "dueOn", d.submitted_on AS "submittedOn",
        d.taken_by_person_id AS "takenByPersonId", d.handed_up_by_person_id AS "handedUpByPersonId", p.participant_id AS "participantId",
        n.given_name || ' ' || n.family_name AS "participantName", p.level, v.name AS "providerName", o.name AS "officeName",
        t.given_name || ' ' || t.family_name AS "takenByName", d.content ->> 'answerBy' AS "answerBy", count(*) OVER ()::int AS total
      FROM document d JOIN placement p ON p.id = d.placement_id JOIN participant a ON a.id = p.participant_id JOIN person n ON n.id = a.person_id
        JOIN provider v ON v.id = p.provider_id JOIN office o ON o.id = p.office_id LEFT JOIN person t ON t.id = d.taken_by_person_id
      WHERE ${waiting} AND ${placementsSeenBy(actor)}
        AND (${kind} = 'all' OR d.kind = ${kind})
        AND (${show} = 'all' OR (${show} = 'free' AND d.taken_by_person_id IS NULL)
          OR (${show} = 'mine' AND d.taken_by_person_id = ${person.personId}::uuid)
          OR (${show} = 'handedUp' AND d.handed_up_by_person_id IS NOT NULL))
        AND (${q} = '' OR n.given_name || ' ' || n.family_name ILIKE ${likePattern(q)} OR v.name ILIKE ${likePattern(q)}
          OR EXISTS (SELECT 1 FROM service_period s WHERE s.placement_id = p.id AND s.implementation_reference = ${q}))
      ORDER BY d.content ->> 'answerBy' NULLS LAST, d.submitted_at, d.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    );
    const counts = await queryJson<{ readonly kind: DocumentKind; readonly count: number }>(
      tx,
      Prisma.sql`SELECT d.kind, count(*)::int AS count FROM document d JOIN placement p ON p.id = d.placement_id
        WHERE ${waiting} AND ${placementsSeenBy(actor)} GROUP BY d.kind`,
    );
    return {
      documents: rows.map(({ total: _total, ...row }) => row),
      total: rows[0]?.total ?? 0,
      byKind: Object.fromEntries(counts.map((row) => [row.kind, row.count])),
      page,
      pageSize: PAGE_SIZE,
    };
  },
  reads: ({ documents }) => ({
    type: 'document',
    id: null,
    participantIds: documents.map(({ participantId }) => participantId),
  }),
});
