import { documentFromForm } from '#lib/domain/agreement/agreement-form.ts';
import { agreementFormInput } from '#lib/schemas/agreement-draft.ts';
import { onlyDrafts } from '#lib/server/agreement/draft-problem.ts';
import { lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { writeDocument } from '#lib/server/agreement/save-draft.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** Keeps an agreement version as it was typed, right or wrong: what is wrong is told where it stands, and nothing is lost. */
export const saveAgreementForm = defineCommand({
  name: 'agreementDraft.save',
  mandates: ['agreementAdmin'],
  input: agreementFormInput,
  lock: async (tx, { draftId }) => await lockAgreementDraft(tx, draftId),
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: (_, form) => ok(documentFromForm(form)),
  write: async (tx, document, draft, context) => ({
    draftId: draft.id,
    version: await writeDocument(tx, draft, document, context),
  }),
  audit: ({ draftId, version }) => ({
    type: 'agreementDraft',
    id: draftId,
    participantIds: [],
    detail: { version },
  }),
});
