import type { DraftStatus } from '#lib/domain/agreement/version-draft.ts';
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

/** What is the same of a draft of an agreement version and of one of the terms. */
export type DraftRow = {
  readonly id: string;
  readonly replacesId: string | null;
  readonly document: unknown;
  readonly status: DraftStatus;
  readonly version: number;
  readonly createdById: string;
  readonly createdAt: Date;
  readonly lastEditedById: string;
  readonly lastEditedAt: Date;
  readonly editorIds: readonly string[];
  readonly submittedById: string | null;
  readonly submittedAt: Date | null;
  readonly returnedById: string | null;
  readonly returnedAt: Date | null;
  readonly returnedReason: string | null;
  readonly publishedById: string | null;
  readonly publishedAt: Date | null;
};
export type AgreementDraftRow = DraftRow & {
  readonly agreementVersionId: string;
  readonly name: string;
  readonly goldenCases: readonly GoldenCase[];
};
export type TermsDraftRow = DraftRow & { readonly validFrom: string };

const COMMON = Prisma.sql`id::text, replaces_id AS "replacesId", document, status, version, created_by_person_id::text AS "createdById",
  created_at AS "createdAt", last_edited_by_person_id::text AS "lastEditedById", last_edited_at AS "lastEditedAt",
  editor_person_ids::text[] AS "editorIds", submitted_by_person_id::text AS "submittedById", submitted_at AS "submittedAt",
  returned_by_person_id::text AS "returnedById", returned_at AS "returnedAt", returned_reason AS "returnedReason",
  published_by_person_id::text AS "publishedById", published_at AS "publishedAt"`;
const AGREEMENT = Prisma.sql`SELECT ${COMMON}, agreement_version_id AS "agreementVersionId", name, golden_cases AS "goldenCases"
  FROM agreement_draft`;
const TERMS = Prisma.sql`SELECT ${COMMON}, valid_from AS "validFrom" FROM terms_draft`;

export async function findAgreementDraft(tx: Tx, id: string): Promise<AgreementDraftRow | null> {
  const [row] = await tx.$queryRaw<AgreementDraftRow[]>`${AGREEMENT} WHERE id = ${id}::uuid`;
  return row ?? null;
}

export async function lockAgreementDraft(tx: Tx, id: string): Promise<AgreementDraftRow | null> {
  const [row] = await tx.$queryRaw<AgreementDraftRow[]>`${AGREEMENT} WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

/** Drafts, the latest edited first: those that are alive, and as many of the others as a list can hold. */
export async function listAgreementDrafts(tx: Tx): Promise<readonly AgreementDraftRow[]> {
  return await tx.$queryRaw<
    AgreementDraftRow[]
  >`${AGREEMENT} WHERE status IN ('draft', 'submitted') ORDER BY last_edited_at DESC, id LIMIT 100`;
}

export async function findTermsDraft(tx: Tx, id: string): Promise<TermsDraftRow | null> {
  const [row] = await tx.$queryRaw<TermsDraftRow[]>`${TERMS} WHERE id = ${id}::uuid`;
  return row ?? null;
}

export async function lockTermsDraft(tx: Tx, id: string): Promise<TermsDraftRow | null> {
  const [row] = await tx.$queryRaw<TermsDraftRow[]>`${TERMS} WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

export async function listTermsDrafts(tx: Tx): Promise<readonly TermsDraftRow[]> {
  return await tx.$queryRaw<
    TermsDraftRow[]
  >`${TERMS} WHERE status IN ('draft', 'submitted') ORDER BY last_edited_at DESC, id LIMIT 100`;
}

/** What a preview is about. */
export function documentHashOf({ document, replacesId }: Pick<DraftRow, 'document' | 'replacesId'>): string {
  return hashOf({ document, replacesId }).toString('hex');
}

/** What a publisher signs: everything that somebody has written in the draft. */
export function agreementContentHash(draft: AgreementDraftRow): string {
  const { replacesId, document, goldenCases } = draft;
  return hashOf({ replacesId, document, goldenCases }).toString('hex');
}

export function termsContentHash({ replacesId, document, validFrom }: TermsDraftRow): string {
  return hashOf({ replacesId, document, validFrom }).toString('hex');
}
