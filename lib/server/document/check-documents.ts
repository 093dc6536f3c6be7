import { copiedText, type DocumentFinding, printsOf } from '#lib/domain/document/copied-text.ts';
import type { Copy } from '#lib/domain/document/document-text.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import { textsOf } from '#lib/domain/document/texts-of.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly content: unknown;
  readonly providerId: string;
};

export type CheckedDocument = { readonly documentId: string; readonly findings: readonly DocumentFinding[] };

/**
 * Checks the texts of many stored documents at once, for jobs and loads without a role: prints that are missing are kept, each is
 * held against all others of its provider, and what was not found before is stored with `now`. Four statements, however many
 * there are; a few thousand a call keep memory small. To find copies among documents that are loaded together, keep the prints of all of them
 * first (`keepPrints`).
 */
export async function checkDocuments(
  tx: Tx,
  given: { readonly documentIds: readonly string[]; readonly today: PlainDate; readonly now: Date },
): Promise<readonly CheckedDocument[]> {
  const { documentIds, today, now } = given;
  await keepPrints(tx, documentIds);
  const { copiedTextPermille } = await termsInForce(tx, today);
  const copies = await queryJson<Copy & { readonly documentId: string }>(
    tx,
    Prisma.sql`SELECT document_id AS "documentId", place, documents
      FROM app.copies_among(${documentIds}::uuid[], ${copiedTextPermille}::int)`,
  );
  const byDocument = Map.groupBy(copies, ({ documentId }) => documentId);
  const checked = documentIds.map((documentId) => ({
    documentId,
    findings: copiedText(byDocument.get(documentId) ?? []),
  }));
  const found = checked.flatMap(({ documentId, findings }) =>
    findings.map((finding) => ({ document_id: documentId, ...finding })),
  );
  await tx.$executeRaw`INSERT INTO document_finding (document_id, code, severity, facts, found_at)
    SELECT document_id, code, severity, facts, ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS x (document_id uuid, code text, severity text, facts jsonb)
    ON CONFLICT (document_id, code) DO NOTHING`;
  return checked;
}

/** Keeps the prints of documents that have none yet. */
export async function keepPrints(tx: Tx, documentIds: readonly string[]): Promise<void> {
  const rows = await queryJson<Row>(
    tx,
    Prisma.sql`SELECT d.id AS "documentId", d.kind, d.content, l.provider_id AS "providerId"
      FROM document d JOIN placement l ON l.id = d.placement_id
      WHERE d.id = ANY (${documentIds}::uuid[]) AND NOT EXISTS (SELECT 1 FROM document_print f WHERE f.document_id = d.id)`,
  );
  const prints = rows.flatMap(({ documentId, kind, content, providerId }) =>
    printsOf(textsOf(kind, content), providerId).map((print) => ({
      document_id: documentId,
      provider_id: providerId,
      ...print,
    })),
  );
  await tx.$executeRaw`INSERT INTO document_print (document_id, place, provider_id, grams)
    SELECT document_id, place, provider_id, grams
    FROM jsonb_to_recordset(${JSON.stringify(prints)}::jsonb) AS x (document_id uuid, place text, provider_id uuid, grams int[])`;
}
