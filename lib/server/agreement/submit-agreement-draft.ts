import { draftFaults, readinessOf } from '#lib/domain/agreement/readiness.ts';
import { draftInput } from '#lib/schemas/agreement-draft.ts';
import { incomplete, onlyDrafts, personOf } from '#lib/server/agreement/draft-problem.ts';
import { lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { tellSecondPersons } from '#lib/server/agreement/tell-people.ts';
import { takenIds } from '#lib/server/agreement/taken-ids.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Hands a draft to a second person. It has to be right and its golden cases have to hold; from now on it stands still. */
export const submitAgreementDraft = defineCommand({
  name: 'agreementDraft.submit',
  mandates: ['agreementAdmin'],
  input: draftInput,
  lock: async (tx, { draftId }) => {
    // Two drafts with the same id are not both submitted.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('agreementDraft.submit'))`;
    const draft = await lockAgreementDraft(tx, draftId);
    return draft === null ? null : { ...draft, taken: await takenIds(tx, draftId) };
  },
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: ({ document, goldenCases, taken }) => {
    const faults = draftFaults(readinessOf(document, goldenCases, taken));
    return faults.length === 0 ? ok(null) : err(incomplete(faults));
  },
  write: async (tx, _, draft, { actor, now }) => {
    const person = personOf(actor);
    await tx.$executeRaw`UPDATE agreement_draft SET status = 'submitted', submitted_by_person_id = ${person}::uuid, submitted_at = ${now},
      version = version + 1 WHERE id = ${draft.id}::uuid`;
    const firstPersons = [...draft.editorIds, person];
    await tellSecondPersons(tx, { what: 'agreement', name: draft.name, draftId: draft.id, firstPersons });
    return { draftId: draft.id };
  },
  audit: ({ draftId }) => ({ type: 'agreementDraft', id: draftId, participantIds: [] }),
});
