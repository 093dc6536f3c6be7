import { readJson } from '#lib/domain/agreement/read-cases.ts';
import { agreementDocumentInput } from '#lib/schemas/agreement-draft.ts';
import { onlyDrafts } from '#lib/server/agreement/draft-problem.ts';
import { lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { writeDocument } from '#lib/server/agreement/save-draft.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Keeps an agreement version given as JSON. It has to be JSON; it may be wrong as an agreement yet. */
export const saveAgreementDocument = defineCommand({
  name: 'agreementDraft.saveDocument',
  mandates: ['agreementAdmin'],
  input: agreementDocumentInput,
  lock: async (tx, { draftId }) => await lockAgreementDraft(tx, draftId),
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: (_, { document }) => {
    if (typeof document === 'object') return ok(document);
    const read = readJson(document, '/document');
    if (!read.ok) return err(validationProblem(read.error));
    if (typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value))
      return ok(read.value);
    const message = 'Texten är ingen avtalsversion.';
    const fix = 'Den ska börja med { och sluta med }.';
    return err(validationProblem([{ pointer: '/document', code: 'notObject', message, fix }]));
  },
  write: async (tx, document: object, draft, context) => ({
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
