import { termsFromForm } from '#lib/domain/agreement/terms-form.ts';
import { createTermsDraftInput, termsFormInput } from '#lib/schemas/agreement-draft.ts';
import { onlyDrafts, personOf } from '#lib/server/agreement/draft-problem.ts';
import { lockTermsDraft } from '#lib/server/agreement/draft-row.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { ok } from '#lib/shared/result.ts';

/** Begins terms as a copy of published ones. From which day they hold is left to say. */
export const createTermsDraft = defineCommand({
  name: 'termsDraft.create',
  mandates: ['agreementAdmin'],
  input: createTermsDraftInput,
  lock: async (tx, { replacesId }) => await tx.termsVersion.findUnique({ where: { id: replacesId } }),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- published terms are an object, by their validator
  decide: ({ document }) => ok({ ...TERMS_SINCE_STATEMENTS, ...(document as object) }),
  write: async (tx, document, { id: replacesId }, { actor, now }) => {
    const draftId = newId();
    const person = personOf(actor);
    await tx.$executeRaw`INSERT INTO terms_draft (id, replaces_id, valid_from, document, status, created_by_person_id, created_at,
        last_edited_by_person_id, last_edited_at)
      VALUES (${draftId}::uuid, ${replacesId}, '', ${JSON.stringify(document)}::jsonb, 'draft', ${person}::uuid, ${now}, ${person}::uuid, ${now})`;
    return { draftId };
  },
  audit: ({ draftId }, _, { id }) => ({
    type: 'termsDraft',
    id: draftId,
    participantIds: [],
    detail: { replacesId: id },
  }),
});

/** Keeps terms as they were typed, right or wrong. */
export const saveTermsDraft = defineCommand({
  name: 'termsDraft.save',
  mandates: ['agreementAdmin'],
  input: termsFormInput,
  lock: async (tx, { draftId }) => await lockTermsDraft(tx, draftId),
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: (_, form) => ok({ validFrom: form.validFrom.trim(), document: termsFromForm(form) }),
  write: async (tx, { validFrom, document }, draft, { actor, now }) => {
    const text = JSON.stringify(document);
    const changed =
      await tx.$executeRaw`UPDATE terms_draft SET valid_from = ${validFrom}, document = ${text}::jsonb,
        last_edited_by_person_id = ${personOf(actor)}::uuid, last_edited_at = ${now}, version = version + 1
      WHERE id = ${draft.id}::uuid AND (document <> ${text}::jsonb OR valid_from <> ${validFrom})`;
    return { draftId: draft.id, version: draft.version + changed };
  },
  audit: ({ draftId, version }) => ({
    type: 'termsDraft',
    id: draftId,
    participantIds: [],
    detail: { version },
  }),
});
