import type { Difference } from '#lib/domain/agreement/difference.ts';
import { termsDifferences } from '#lib/domain/agreement/terms-faults.ts';
import { type DraftLife, type DraftRights, draftRights } from '#lib/domain/agreement/version-draft.ts';
import type { DraftIdInput } from '#lib/schemas/agreement-draft.ts';
import { findTermsDraft, termsContentHash } from '#lib/server/agreement/draft-row.ts';
import { lifeOf, namesOf, peopleOf } from '#lib/server/agreement/people-names.ts';
import { termsDraftFaults } from '#lib/server/agreement/terms-draft-faults.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Whom new terms would reach, were they in force today. */
export type TermsReach = {
  readonly placements: number;
  readonly providers: number;
  readonly choosing: number;
  readonly reports: number;
  readonly statements: number;
};

export type ShownTermsDraft = {
  readonly id: string;
  readonly validFrom: string;
  readonly document: unknown;
  readonly replacesId: string | null;
  readonly faults: readonly FieldProblem[];
  readonly differences: readonly Difference[];
  readonly reach: TermsReach;
  readonly life: DraftLife;
  readonly rights: DraftRights;
  readonly contentHash: string;
};

async function reachOf(tx: Tx, today: PlainDate): Promise<TermsReach> {
  const [row] = await tx.$queryRaw<Record<keyof TermsReach, bigint>[]>`SELECT
    (SELECT count(*) FROM placement p WHERE p.cancelled_at IS NULL AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date) AS placements,
    (SELECT count(DISTINCT p.provider_id) FROM placement p
      WHERE p.cancelled_at IS NULL AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date) AS providers,
    (SELECT count(DISTINCT s.decision_id) FROM service_period s WHERE s.placement_id IS NULL AND s."to" > ${today}::date) AS choosing,
    (SELECT count(*) FROM report r WHERE r.status IN ('submitted', 'inReview')) AS reports,
    (SELECT count(*) FROM statement s WHERE s.status IN ('proposed', 'disputed', 'accepted')) AS statements`;
  const count = (key: keyof TermsReach): number => Number(row?.[key] ?? 0n);
  return {
    placements: count('placements'),
    providers: count('providers'),
    choosing: count('choosing'),
    reports: count('reports'),
    statements: count('statements'),
  };
}

/** Terms on their way: what they say, what they change and for how many, who has done what. */
export const showTermsDraft = defineQuery({
  name: 'termsDraft.show',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: 'Förvaltning av avtal',
  run: async (tx, { draftId }: DraftIdInput, { actor, today }): Promise<ShownTermsDraft | null> => {
    const draft = await findTermsDraft(tx, draftId);
    if (draft === null || actor.kind !== 'person') return null;
    const { id, validFrom, document, replacesId } = draft;
    const before =
      replacesId === null ? null : await tx.termsVersion.findUniqueOrThrow({ where: { id: replacesId } });
    const people = { editorIds: draft.editorIds, submittedById: draft.submittedById };
    return {
      id,
      validFrom,
      document,
      replacesId,
      faults: await termsDraftFaults(tx, draft, today),
      differences: termsDifferences(before?.document, document),
      reach: await reachOf(tx, today),
      life: lifeOf(draft, await namesOf(tx, peopleOf(draft))),
      rights: draftRights(draft.status, people, {
        personId: actor.personId,
        isAdmin: actor.role === 'agreementAdmin',
      }),
      contentHash: termsContentHash(draft),
    };
  },
  reads: () => null,
});
