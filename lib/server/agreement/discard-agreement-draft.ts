import { draftInput } from '#lib/schemas/agreement-draft.ts';
import { onlyDrafts } from '#lib/server/agreement/draft-problem.ts';
import { lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** Gives a draft up. It is kept, at rest. */
export const discardAgreementDraft = defineCommand({
  name: 'agreementDraft.discard',
  mandates: ['agreementAdmin'],
  input: draftInput,
  lock: async (tx, { draftId }) => await lockAgreementDraft(tx, draftId),
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: () => ok(null),
  write: async (tx, _, { id }) => {
    await tx.$executeRaw`UPDATE agreement_draft SET status = 'discarded', version = version + 1 WHERE id = ${id}::uuid`;
    return { draftId: id };
  },
  audit: ({ draftId }) => ({ type: 'agreementDraft', id: draftId, participantIds: [] }),
});
