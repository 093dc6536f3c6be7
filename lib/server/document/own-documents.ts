import type { OwnDocuments } from '#lib/domain/document/document-pages.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';

const PAGE_SIZE = 50;

type Row = OwnDocuments['documents'][number] & { readonly total: number };

/** What providers have sent about the participant, the latest first; of each its last version. */
export const listOwnDocuments = defineQuery<{ readonly page: number }, OwnDocuments>({
  name: 'document.listOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, { page }, { actor }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const rows = await queryJson<Row>(
      tx,
      Prisma.sql`SELECT listed.*, count(*) OVER ()::int AS total FROM (
          SELECT DISTINCT ON (d.thread_id) d.id, d.kind, d.status, d.submitted_on AS "submittedOn", d.decision_reason AS "decisionReason", v.name AS "providerName"
          FROM document d JOIN placement p ON p.id = d.placement_id JOIN provider v ON v.id = p.provider_id
          WHERE p.participant_id = ${participantId}::uuid ORDER BY d.thread_id, d.number DESC) listed
        WHERE listed.status <> 'withdrawn'
        ORDER BY listed."submittedOn" DESC, listed.id DESC LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    );
    return {
      participantId,
      documents: rows.map(({ total: _total, ...row }) => row),
      page,
      pages: Math.max(page, Math.ceil((rows[0]?.total ?? 0) / PAGE_SIZE)),
    };
  },
  reads: ({ participantId }) => ({ type: 'participant', id: participantId, participantIds: [participantId] }),
});
