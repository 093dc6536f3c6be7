import { draftInput, returnDraftInput } from '#lib/schemas/agreement-draft.ts';
import { incomplete, onlyDrafts, onlySubmitted, personOf } from '#lib/server/agreement/draft-problem.ts';
import { lockTermsDraft } from '#lib/server/agreement/draft-row.ts';
import { tellFirstPersons, tellSecondPersons } from '#lib/server/agreement/tell-people.ts';
import { termsDraftFaults } from '#lib/server/agreement/terms-draft-faults.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Hands terms to a second person. */
export const submitTermsDraft = defineCommand({
  name: 'termsDraft.submit',
  mandates: ['agreementAdmin'],
  input: draftInput,
  lock: async (tx, { draftId }, { today }) => {
    const draft = await lockTermsDraft(tx, draftId);
    return draft === null ? null : { ...draft, faults: await termsDraftFaults(tx, draft, today) };
  },
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: ({ faults }) => (faults.length === 0 ? ok(null) : err(incomplete(faults))),
  write: async (tx, _, draft, { actor, now }) => {
    const person = personOf(actor);
    await tx.$executeRaw`UPDATE terms_draft SET status = 'submitted', submitted_by_person_id = ${person}::uuid, submitted_at = ${now},
      version = version + 1 WHERE id = ${draft.id}::uuid`;
    const firstPersons = [...draft.editorIds, person];
    await tellSecondPersons(tx, { what: 'terms', name: draft.validFrom, draftId: draft.id, firstPersons });
    return { draftId: draft.id };
  },
  audit: ({ draftId }) => ({ type: 'termsDraft', id: draftId, participantIds: [] }),
});

/** Sends submitted terms back with a reason. */
export const returnTermsDraft = defineCommand({
  name: 'termsDraft.return',
  mandates: ['agreementAdmin'],
  input: returnDraftInput,
  lock: async (tx, { draftId }) => await lockTermsDraft(tx, draftId),
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlySubmitted(draft),
  stepUp: () => null,
  decide: (_, { reason }) => ok(reason),
  write: async (tx, reason, draft, { actor, now }) => {
    const person = personOf(actor);
    await tx.$executeRaw`UPDATE terms_draft SET status = 'draft', returned_by_person_id = ${person}::uuid, returned_at = ${now},
      returned_reason = ${reason}, version = version + 1 WHERE id = ${draft.id}::uuid`;
    const firstPersons = [...draft.editorIds, draft.submittedById ?? person].filter((id) => id !== person);
    await tellFirstPersons(tx, {
      what: 'terms',
      name: draft.validFrom,
      draftId: draft.id,
      firstPersons,
      decided: 'returned',
    });
    return { draftId: draft.id };
  },
  audit: ({ draftId }, reason) => ({
    type: 'termsDraft',
    id: draftId,
    participantIds: [],
    detail: { reason },
  }),
});

/** Gives terms up. They are kept, at rest. */
export const discardTermsDraft = defineCommand({
  name: 'termsDraft.discard',
  mandates: ['agreementAdmin'],
  input: draftInput,
  lock: async (tx, { draftId }) => await lockTermsDraft(tx, draftId),
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: () => ok(null),
  write: async (tx, _, { id }) => {
    await tx.$executeRaw`UPDATE terms_draft SET status = 'discarded', version = version + 1 WHERE id = ${id}::uuid`;
    return { draftId: id };
  },
  audit: ({ draftId }) => ({ type: 'termsDraft', id: draftId, participantIds: [] }),
});
