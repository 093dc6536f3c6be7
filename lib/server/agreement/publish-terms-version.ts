import { publishDraftInput } from '#lib/schemas/agreement-draft.ts';
import { incomplete, onlySecondPerson, personOf } from '#lib/server/agreement/draft-problem.ts';
import { lockTermsDraft, termsContentHash } from '#lib/server/agreement/draft-row.ts';
import { tellFirstPersons } from '#lib/server/agreement/tell-people.ts';
import { termsDraftFaults } from '#lib/server/agreement/terms-draft-faults.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { err, ok } from '#lib/shared/result.ts';

/** A second person publishes terms, with the e-ID, for exactly what was shown. They hold from a day that has not come. */
export const publishTermsVersion = defineCommand({
  name: 'termsVersion.publish',
  mandates: ['agreementAdmin'],
  input: publishDraftInput,
  lock: async (tx, { draftId }, { today }) => {
    const draft = await lockTermsDraft(tx, draftId);
    if (draft === null) return null;
    return {
      ...draft,
      contentHash: termsContentHash(draft),
      faults: await termsDraftFaults(tx, draft, today),
    };
  },
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft, { contentHash }, { actor }) =>
    onlySecondPerson(draft, actor, { seen: contentHash, now: draft.contentHash }),
  stepUp: ({ contentHash }) => ({ purpose: 'publishVersion', contentHash }),
  decide: ({ faults }) => (faults.length === 0 ? ok(null) : err(incomplete(faults))),
  write: async (tx, _, draft, { actor, now }) => {
    const person = personOf(actor);
    const termsVersionId = `villkor-${draft.validFrom}`;
    await tx.$executeRaw`INSERT INTO terms_version (id, valid_from, document, published_by_person_id, published_at)
      VALUES (${termsVersionId}, ${draft.validFrom}::date, ${JSON.stringify(draft.document)}::jsonb, ${person}::uuid, ${now})`;
    await tx.$executeRaw`UPDATE terms_draft SET status = 'published', published_by_person_id = ${person}::uuid, published_at = ${now},
      version = version + 1 WHERE id = ${draft.id}::uuid`;
    const firstPersons = [...draft.editorIds, ...(draft.submittedById === null ? [] : [draft.submittedById])];
    await tellFirstPersons(tx, {
      what: 'terms',
      name: draft.validFrom,
      draftId: draft.id,
      firstPersons,
      decided: 'published',
    });
    return { draftId: draft.id, termsVersionId };
  },
  audit: ({ draftId, termsVersionId }, _, { contentHash }) => ({
    type: 'termsVersion',
    id: termsVersionId,
    participantIds: [],
    detail: { draftId, contentHash },
  }),
});
