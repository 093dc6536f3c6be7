import type { ListedTerms } from '#lib/domain/admin/published-versions.ts';
import { isSecondPerson, type ListedDraft, type ListedVersion } from '#lib/domain/agreement/version-draft.ts';
import { listTerms } from '#lib/server/admin/published-versions.ts';
import { type DraftRow, listAgreementDrafts, listTermsDrafts } from '#lib/server/agreement/draft-row.ts';
import { type Names, namesOf } from '#lib/server/agreement/people-names.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export type AgreementsOverview = {
  readonly agreements: readonly ListedVersion[];
  readonly terms: readonly ListedTerms[];
  readonly agreementDrafts: readonly ListedDraft[];
  readonly termsDrafts: readonly ListedDraft[];
  readonly mayEdit: boolean;
};

type Reader = { readonly personId: string; readonly isAdmin: boolean };

type VersionRow = {
  readonly id: string;
  readonly name: string;
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  readonly placements: bigint;
  readonly statementLines: bigint;
};

/** Versions with how much they are used, the latest first. */
async function listVersions(tx: Tx): Promise<readonly ListedVersion[]> {
  const rows = await tx.$queryRaw<VersionRow[]>`
    SELECT v.id, v.name, v.published_at AS "publishedAt", p.given_name || ' ' || p.family_name AS "publishedBy",
      coalesce(u.placements, 0) AS placements, coalesce(l.lines, 0) AS "statementLines"
    FROM agreement_version v LEFT JOIN person p ON p.id = v.published_by_person_id
    LEFT JOIN (SELECT agreement_version_id AS id, count(*) AS placements FROM placement GROUP BY 1) u ON u.id = v.id
    LEFT JOIN (SELECT q.agreement_version_id AS id, count(*) AS lines FROM statement_line s JOIN placement q ON q.id = s.placement_id
      GROUP BY 1) l ON l.id = v.id
    ORDER BY v.published_at DESC, v.id`;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    publishedOn: plainDateFromDate(row.publishedAt),
    publishedBy: row.publishedBy,
    placements: Number(row.placements),
    statementLines: Number(row.statementLines),
  }));
}

function listed(draft: DraftRow, name: string, names: Names, { personId, isAdmin }: Reader): ListedDraft {
  const { id, status, editorIds, submittedById } = draft;
  return {
    id,
    name,
    status,
    lastEdited: { by: names.get(draft.lastEditedById) ?? null, at: draft.lastEditedAt },
    waitsForMe: isAdmin && status === 'submitted' && isSecondPerson(personId, { editorIds, submittedById }),
  };
}

/** What is published and how much it is used, what is being drafted, and what waits for the reader. */
export const agreementsOverview = defineQuery({
  name: 'agreementVersion.overview',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: 'Förvaltning av avtal',
  run: async (tx, _: Record<string, never>, { actor }): Promise<AgreementsOverview> => {
    const isAdmin = actor.kind === 'person' && actor.role === 'agreementAdmin';
    const reader = { personId: actor.kind === 'person' ? actor.personId : '', isAdmin };
    const agreementDrafts = await listAgreementDrafts(tx);
    const termsDrafts = await listTermsDrafts(tx);
    const names = await namesOf(
      tx,
      [...agreementDrafts, ...termsDrafts].map(({ lastEditedById }) => lastEditedById),
    );
    return {
      agreements: await listVersions(tx),
      terms: await listTerms(tx),
      agreementDrafts: agreementDrafts.map((draft) => listed(draft, draft.name, names, reader)),
      termsDrafts: termsDrafts.map((draft) => listed(draft, draft.validFrom, names, reader)),
      mayEdit: isAdmin,
    };
  },
  reads: () => null,
});
