import { agreementDifferences, type Difference } from '#lib/domain/agreement/difference.ts';
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import type { Impact } from '#lib/domain/agreement/impact.ts';
import type { ImpactView } from '#lib/domain/agreement/impact-view.ts';
import { type Readiness, readinessOf } from '#lib/domain/agreement/readiness.ts';
import { type DraftLife, type DraftRights, draftRights } from '#lib/domain/agreement/version-draft.ts';
import type { DraftIdInput } from '#lib/schemas/agreement-draft.ts';
import {
  agreementContentHash,
  type AgreementDraftRow,
  documentHashOf,
  findAgreementDraft,
} from '#lib/server/agreement/draft-row.ts';
import { findImpact, isPresent } from '#lib/server/agreement/find-impact.ts';
import { outputHashOf } from '#lib/server/agreement/golden-case-commands.ts';
import { lifeOf, type Names, namesOf, peopleOf } from '#lib/server/agreement/people-names.ts';
import { takenIds } from '#lib/server/agreement/taken-ids.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A draft as its pages show it, everything about it calculated as it is now. */
export type ShownAgreementDraft = {
  readonly id: string;
  readonly agreementVersionId: string;
  readonly name: string;
  readonly replaces: { readonly id: string; readonly name: string } | null;
  readonly document: unknown;
  readonly goldenCases: readonly GoldenCase[];
  /** By index: the hash of what a case gives, by which its confirmation is known again. */
  readonly outputHashes: readonly (string | null)[];
  readonly readiness: Readiness;
  readonly differences: readonly Difference[];
  readonly impact: ImpactView | null;
  readonly life: DraftLife;
  readonly rights: DraftRights;
  readonly contentHash: string;
};

/** Who has got a protected identity since it was calculated is no example any longer. */
async function withoutProtected(tx: Tx, result: Impact): Promise<Impact> {
  const ids = result.examples.map(({ placementId }) => placementId);
  const open = await tx.placement.findMany({
    where: { id: { in: ids }, protected: false },
    select: { id: true },
  });
  const seen = new Set(open.map(({ id }) => id));
  return { ...result, examples: result.examples.filter(({ placementId }) => seen.has(placementId)) };
}

async function impactOf(tx: Tx, draft: AgreementDraftRow, today: PlainDate): Promise<ImpactView | null> {
  const row = await findImpact(tx, draft.id);
  if (row === null) return null;
  const documentHash = documentHashOf(draft);
  const names: Names = await namesOf(tx, [row.requestedById]);
  const { id, asOf, state, providersTotal, providersDone, result } = row;
  return {
    id,
    asOf,
    state,
    providersTotal,
    providersDone,
    result: result === null ? null : await withoutProtected(tx, result),
    requestedBy: names.get(row.requestedById) ?? null,
    isPresent: isPresent(row, { documentHash, today }),
    isEdited: row.documentHash !== documentHash,
  };
}

/** One draft: what it says, how it differs from what it follows, its cases, what it would change, who has done what. */
export const showAgreementDraft = defineQuery({
  name: 'agreementDraft.show',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: 'Förvaltning av avtal',
  run: async (tx, { draftId }: DraftIdInput, { actor, today }): Promise<ShownAgreementDraft | null> => {
    const draft = await findAgreementDraft(tx, draftId);
    if (draft === null || actor.kind !== 'person') return null;
    const replaces =
      draft.replacesId === null
        ? null
        : await tx.agreementVersion.findUniqueOrThrow({ where: { id: draft.replacesId } });
    const readiness = readinessOf(draft.document, draft.goldenCases, await takenIds(tx, draftId));
    const people = { editorIds: draft.editorIds, submittedById: draft.submittedById };
    const { id, agreementVersionId, name, document, goldenCases } = draft;
    return {
      id,
      agreementVersionId,
      name,
      replaces: replaces === null ? null : { id: replaces.id, name: replaces.name },
      document,
      goldenCases,
      outputHashes: readiness.cases.map(({ checked }) =>
        checked.state === 'invalid' ? null : outputHashOf(checked.output),
      ),
      readiness,
      differences: replaces === null ? [] : agreementDifferences(replaces.document, document),
      impact: await impactOf(tx, draft, today),
      life: lifeOf(draft, await namesOf(tx, peopleOf(draft))),
      rights: draftRights(draft.status, people, {
        personId: actor.personId,
        isAdmin: actor.role === 'agreementAdmin',
      }),
      contentHash: agreementContentHash(draft),
    };
  },
  // A preview's examples are of participants, by their implementation references.
  reads: (shown) =>
    shown.impact?.result === null || shown.impact === null
      ? null
      : {
          type: 'impactPreview',
          id: shown.impact.id,
          participantIds: [
            ...new Set(shown.impact.result.examples.map(({ participantId }) => participantId)),
          ],
        },
});
