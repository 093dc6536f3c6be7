import { checkGoldenCase, type GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import { MOST_CASES, readCases, readJson } from '#lib/domain/agreement/read-cases.ts';
import {
  addCasesInput,
  confirmCaseInput,
  draftInput,
  removeCaseInput,
} from '#lib/schemas/agreement-draft.ts';
import { casesOfVersion } from '#lib/server/agreement/cases-of-version.ts';
import { onlyDrafts } from '#lib/server/agreement/draft-problem.ts';
import { type AgreementDraftRow, lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { writeCases } from '#lib/server/agreement/save-draft.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { AuditSubject } from '#lib/server/command/audit.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { conflict, notFound, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type Saved = { readonly draftId: string; readonly version: number };

/** What every command about cases shares: a draft that is one, seen as it is. */
export const ON_DRAFT = {
  mandates: ['agreementAdmin'],
  lock: async (tx: Tx, { draftId }: { readonly draftId: string }) => await lockAgreementDraft(tx, draftId),
  version: (draft: AgreementDraftRow, { version }: { readonly version: number }) => ({
    seen: version,
    current: draft.version,
  }),
  guard: (draft: AgreementDraftRow) => onlyDrafts(draft),
  stepUp: () => null,
  write: async (
    tx: Tx,
    cases: readonly GoldenCase[],
    draft: AgreementDraftRow,
    context: CommandContext,
  ): Promise<Saved> => ({
    draftId: draft.id,
    version: await writeCases(tx, draft, cases, context),
  }),
  audit: ({ draftId, version }: Saved, cases: readonly GoldenCase[]): AuditSubject => ({
    type: 'agreementDraft',
    id: draftId,
    participantIds: [],
    detail: { version, cases: cases.length },
  }),
} as const;

/** Where there would be more cases than one version may have. */
export function withinMost(
  cases: readonly GoldenCase[],
  pointer: string,
): Result<readonly GoldenCase[], Problem> {
  if (cases.length <= MOST_CASES) return ok(cases);
  const message = `Det blir ${cases.length} kontrollfall. En version kan ha högst ${MOST_CASES}.`;
  return err(validationProblem([{ pointer, code: 'tooMany', message, fix: 'Ta bort några.' }]));
}

/** Adds cases from a JSON list; all of them, or none. */
export const addGoldenCases = defineCommand({
  ...ON_DRAFT,
  name: 'agreementDraft.addCases',
  input: addCasesInput,
  decide: (draft, { cases: text }): Result<readonly GoldenCase[], Problem> => {
    const read = readJson(text, '/cases');
    if (!read.ok) return err(validationProblem(read.error));
    const cases = readCases(read.value);
    if (!cases.ok)
      return err(validationProblem(cases.error.map((fault) => ({ ...fault, pointer: '/cases' }))));
    return withinMost([...draft.goldenCases, ...cases.value], '/cases');
  },
});

/** Takes the cases of the version that is followed, with the answers that they have there; those there already are passed over. */
export const copyGoldenCases = defineCommand({
  ...ON_DRAFT,
  name: 'agreementDraft.copyCases',
  input: draftInput,
  lock: async (tx, { draftId }) => {
    const draft = await lockAgreementDraft(tx, draftId);
    if (draft === null) return null;
    const followed = draft.replacesId === null ? [] : await casesOfVersion(tx, draft.replacesId);
    return { ...draft, followed };
  },
  decide: ({ goldenCases, followed }): Result<readonly GoldenCase[], Problem> => {
    const names = new Set(goldenCases.map(({ name }) => name));
    return withinMost([...goldenCases, ...followed.filter(({ name }) => !names.has(name))], '');
  },
});

/** Takes a case away. */
export const removeGoldenCase = defineCommand({
  ...ON_DRAFT,
  name: 'agreementDraft.removeCase',
  input: removeCaseInput,
  decide: ({ goldenCases }, { index }): Result<readonly GoldenCase[], Problem> =>
    index < goldenCases.length ? ok(goldenCases.filter((_, at) => at !== index)) : err(notFound()),
});

/** The answer that a person saw, by which it is known again. */
export function outputHashOf(output: unknown): string {
  return hashOf(output).toString('hex');
}

/** What a case gives with the draft is from now on what it is to give: one case, and exactly the answer that was seen. */
export const confirmGoldenCase = defineCommand({
  ...ON_DRAFT,
  name: 'agreementDraft.confirmCase',
  input: confirmCaseInput,
  decide: ({ goldenCases, document }, { index, outputHash }): Result<readonly GoldenCase[], Problem> => {
    const one = goldenCases[index];
    if (one === undefined) return err(notFound());
    const checked = checkGoldenCase(document, one);
    if (checked.state === 'invalid' || outputHashOf(checked.output) !== outputHash) return err(conflict());
    return ok(
      goldenCases.map((other, at) => (at === index ? { ...other, expected: checked.output } : other)),
    );
  },
});
