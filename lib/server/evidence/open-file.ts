import type { MediaType } from '#lib/domain/evidence/file-fault.ts';
import type { EvidenceInput } from '#lib/schemas/evidence.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { placementsSeenBy } from '#lib/server/document/document-rows.ts';
import { EVIDENCE_GIVERS } from '#lib/server/evidence/show-evidence.ts';

export type OpenedFile = {
  readonly evidenceId: string;
  readonly participantId: string;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly size: number;
};

/** What a file of evidence is; that somebody opens it stands in the log. Its bytes follow, see `fileStream`. */
export const openEvidenceFile = defineQuery<EvidenceInput, OpenedFile>({
  name: 'evidence.open',
  mandates: [...EVIDENCE_GIVERS, 'reviewer', 'caseworker', 'auditor'],
  purpose: 'Underlag för resultat',
  async run(tx, { evidenceId }, { actor }) {
    const [file] = await tx.$queryRaw<OpenedFile[]>`
      SELECT f.evidence_id::text AS "evidenceId", p.participant_id::text AS "participantId", f.file_name AS "fileName",
        f.media_type AS "mediaType", f.size
      FROM evidence_file f JOIN evidence e ON e.id = f.evidence_id JOIN placement p ON p.id = e.placement_id
      WHERE f.evidence_id = ${evidenceId}::uuid AND ${placementsSeenBy(actor)}`;
    return file ?? null;
  },
  reads: ({ evidenceId, participantId }) => ({
    type: 'evidence',
    id: evidenceId,
    participantIds: [participantId],
  }),
});
