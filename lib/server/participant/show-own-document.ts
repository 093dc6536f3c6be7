import type { OwnDocument } from '#lib/domain/participant/own-document.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { isUuid } from '#lib/shared/uuid.ts';

/** A version of a document about the participant, with what it says and what was decided. */
export const showOwnDocument = defineQuery<{ readonly documentId: string }, OwnDocument>({
  name: 'document.showOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, { documentId }, { actor }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null || !isUuid(documentId)) return null;
    const [document] = await queryJson<OwnDocument>(
      tx,
      Prisma.sql`SELECT d.id, d.kind, d.number, d.status, d.why, d.submitted_on AS "submittedOn", d.complete_by AS "completeBy",
          d.decision_reason AS "decisionReason", d.desk, d.content, d.decision, p.participant_id AS "participantId", v.name AS provider,
          (d.decided_at AT TIME ZONE 'Europe/Stockholm')::date AS "decidedOn",
          (SELECT json_agg(json_build_object('id', o.id, 'number', o.number, 'submittedOn', o.submitted_on,
              'current', o.status NOT IN ('superseded', 'withdrawn')) ORDER BY o.number DESC)
            FROM document o WHERE o.thread_id = d.thread_id) AS versions,
          EXISTS (SELECT 1 FROM provider_switch w WHERE w.from_placement_id = p.id AND w.undone_at IS NULL) AS switched
        FROM document d JOIN placement p ON p.id = d.placement_id JOIN provider v ON v.id = p.provider_id
        WHERE d.id = ${documentId}::uuid AND p.participant_id = ${participantId}::uuid`,
    );
    return document ?? null;
  },
  reads: ({ id, kind, participantId }) => ({
    type: 'document',
    id,
    participantIds: [participantId],
    detail: { kind },
  }),
});
