import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import { incomplete, personOf } from '#lib/server/agreement/draft-problem.ts';
import { documentHashOf, findAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { agreementFaults } from '#lib/domain/agreement/agreement-faults.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

const NOTHING_FOLLOWED = {
  sv: 'Utkastet följer ingen publicerad version. Inga placeringar berörs, så det finns inget att räkna.',
  en: 'The draft follows no published version. No placements are touched, so there is nothing to calculate.',
};

/** Asks the worker to calculate what the present placements would have been paid. Who asks has not edited anything by that. */
export const requestImpact = defineCommand({
  name: 'agreementDraft.previewImpact',
  mandates: ['agreementAdmin'],
  input: draftIdInput,
  lock: async (tx, { draftId }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`impact ${draftId}`}))`;
    const draft = await findAgreementDraft(tx, draftId);
    if (draft === null) return null;
    const documentHash = documentHashOf(draft);
    const [waiting] = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM impact_preview
      WHERE agreement_draft_id = ${draftId}::uuid AND document_hash = ${documentHash} AND state IN ('queued', 'running')`;
    return { ...draft, documentHash, waiting: waiting?.id ?? null };
  },
  version: () => null,
  guard: ({ status }) => (status === 'draft' || status === 'submitted' ? null : conflict()),
  stepUp: () => null,
  decide: ({ document, replacesId, waiting }) => {
    if (replacesId === null) return err(conflict([], { code: 'nothingFollowed', title: NOTHING_FOLLOWED }));
    const faults = agreementFaults(document);
    // One that is being calculated is not calculated twice at once: the job is sent again, in case it got lost.
    return faults.length === 0
      ? ok({ previewId: waiting ?? newId(), isNew: waiting === null })
      : err(incomplete(faults));
  },
  write: async (tx, { previewId, isNew }, { id: draftId, documentHash }, { actor, now, today }) => {
    if (isNew) {
      await tx.$executeRaw`INSERT INTO impact_preview (id, agreement_draft_id, document_hash, as_of, state, requested_by_person_id, requested_at)
        VALUES (${previewId}::uuid, ${draftId}::uuid, ${documentHash}, ${today}::date, 'queued', ${personOf(actor)}::uuid, ${now})`;
    }
    await sendInTransaction(tx, 'agreement.impact', { previewId });
    return { draftId, previewId };
  },
  audit: ({ draftId, previewId }) => ({
    type: 'agreementDraft',
    id: draftId,
    participantIds: [],
    detail: { previewId },
  }),
});
