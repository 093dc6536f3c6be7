import { returnDraftInput } from '#lib/schemas/agreement-draft.ts';
import { onlySubmitted, personOf } from '#lib/server/agreement/draft-problem.ts';
import { lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { tellFirstPersons } from '#lib/server/agreement/tell-people.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** Sends a submitted draft back with a reason, to be edited again. Who submitted it may take it back so, too. */
export const returnAgreementDraft = defineCommand({
  name: 'agreementDraft.return',
  mandates: ['agreementAdmin'],
  input: returnDraftInput,
  lock: async (tx, { draftId }) => await lockAgreementDraft(tx, draftId),
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlySubmitted(draft),
  stepUp: () => null,
  decide: (_, { reason }) => ok(reason),
  write: async (tx, reason, draft, { actor, now }) => {
    const person = personOf(actor);
    await tx.$executeRaw`UPDATE agreement_draft SET status = 'draft', returned_by_person_id = ${person}::uuid, returned_at = ${now},
      returned_reason = ${reason}, version = version + 1 WHERE id = ${draft.id}::uuid`;
    const firstPersons = [...draft.editorIds, draft.submittedById ?? person].filter((id) => id !== person);
    await tellFirstPersons(tx, {
      what: 'agreement',
      name: draft.name,
      draftId: draft.id,
      firstPersons,
      decided: 'returned',
    });
    return { draftId: draft.id };
  },
  audit: ({ draftId }, reason) => ({
    type: 'agreementDraft',
    id: draftId,
    participantIds: [],
    detail: { reason },
  }),
});
