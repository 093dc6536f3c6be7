import { readJson } from '#lib/domain/agreement/read-cases.ts';
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import { type CreateDraftInput, createDraftInput } from '#lib/schemas/agreement-draft.ts';
import { casesOfVersion } from '#lib/server/agreement/cases-of-version.ts';
import { personOf } from '#lib/server/agreement/draft-problem.ts';
import { namesOf } from '#lib/server/agreement/save-draft.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { type FieldProblem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type Followed = { readonly id: string; readonly document: object; readonly cases: readonly GoldenCase[] };
type State = { readonly followed: Followed | null; readonly taken: readonly string[] };
type Draft = {
  readonly replacesId: string | null;
  readonly document: object;
  readonly cases: readonly GoldenCase[];
};

/** The next free id after another: `rom2` → `rom2-2` → `rom2-3`. */
function nextId(id: string, taken: readonly string[]): string {
  const stem = id.slice(0, 55);
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

function documentOf(text: string): Result<object, readonly FieldProblem[]> {
  const read = readJson(text, '/document');
  if (!read.ok) return read;
  if (typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value))
    return ok(read.value);
  const message = 'Texten är ingen avtalsversion.';
  return err([
    { pointer: '/document', code: 'notObject', message, fix: 'Den ska börja med { och sluta med }.' },
  ]);
}

async function lockFollowed(tx: Tx, { replacesId }: CreateDraftInput): Promise<State | null> {
  const versions = await tx.agreementVersion.findMany({ select: { id: true } });
  const drafts = await tx.$queryRaw<{ id: string }[]>`
    SELECT agreement_version_id AS id FROM agreement_draft WHERE status IN ('draft', 'submitted')`;
  const taken = [...versions, ...drafts].map(({ id }) => id);
  if (replacesId === '') return { followed: null, taken };
  const found = await tx.agreementVersion.findUnique({ where: { id: replacesId } });
  if (found === null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a published version is an object, by its validator
  const document = found.document as object;
  return { followed: { id: found.id, document, cases: await casesOfVersion(tx, found.id) }, taken };
}

/** Begins an agreement version: as a copy of the one it follows, its golden cases with it, or from a document. It may be wrong yet. */
export const createAgreementDraft = defineCommand({
  name: 'agreementDraft.create',
  mandates: ['agreementAdmin'],
  input: createDraftInput,
  lock: lockFollowed,
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ followed, taken }, { document }): Result<Draft, ReturnType<typeof validationProblem>> => {
    if (document.trim() !== '') {
      const read = documentOf(document);
      if (!read.ok) return err(validationProblem(read.error));
      return ok({ replacesId: followed?.id ?? null, document: read.value, cases: followed?.cases ?? [] });
    }
    if (followed !== null) {
      const copy = { ...followed.document, id: nextId(followed.id, taken) };
      return ok({ replacesId: followed.id, document: copy, cases: followed.cases });
    }
    const message = 'Det finns inget att utgå från.';
    const fix = 'Välj en publicerad version, eller klistra in en avtalsversion som JSON.';
    return err(validationProblem([{ pointer: '/document', code: 'required', message, fix }]));
  },
  write: async (tx, { replacesId, document, cases }, _, { actor, now }) => {
    const draftId = newId();
    const { agreementVersionId, name } = namesOf(document);
    const person = personOf(actor);
    await tx.$executeRaw`INSERT INTO agreement_draft (id, agreement_version_id, replaces_id, name, document, golden_cases, status,
        created_by_person_id, created_at, last_edited_by_person_id, last_edited_at)
      VALUES (${draftId}::uuid, ${agreementVersionId}, ${replacesId}, ${name}, ${JSON.stringify(document)}::jsonb, ${JSON.stringify(cases)}::jsonb,
        'draft', ${person}::uuid, ${now}, ${person}::uuid, ${now})`;
    return { draftId };
  },
  audit: ({ draftId }, { replacesId }) => ({
    type: 'agreementDraft',
    id: draftId,
    participantIds: [],
    detail: { replacesId },
  }),
});
