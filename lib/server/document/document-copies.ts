import { copiedText, copyRemarks, type DocumentFinding, printsOf } from '#lib/domain/document/copied-text.ts';
import type { Copy } from '#lib/domain/document/document-text.ts';
import type { DocumentKind, DocumentPlacement } from '#lib/domain/document/document.ts';
import { textsOf } from '#lib/domain/document/texts-of.ts';
import type { Print } from '#lib/domain/text/prints.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { DocumentRemark } from '#lib/server/document/document-kind.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Written = { readonly kind: DocumentKind; readonly content: unknown };
type About = { readonly placement: DocumentPlacement; readonly today: PlainDate };

/** What is said of a document's texts before it is sent: whether they nearly stand in documents about others. */
export async function remarksOnCopies(
  tx: Tx,
  { kind, content }: Written,
  about: About,
): Promise<readonly DocumentRemark[]> {
  const texts = textsOf(kind, content);
  return copyRemarks(texts, await findCopies(tx, printsOf(texts, about.placement.providerId), about));
}

/** Keeps what a version's texts leave: their prints, and what the check finds by those of others. */
export async function keepTexts(
  tx: Tx,
  document: Written & { readonly id: string },
  about: About,
): Promise<void> {
  const { providerId } = about.placement;
  const prints = printsOf(textsOf(document.kind, document.content), providerId);
  if (prints.length === 0) return;
  const findings = copiedText(await findCopies(tx, prints, about));
  await tx.$executeRaw`INSERT INTO document_print (document_id, place, provider_id, grams)
    SELECT ${document.id}::uuid, place, ${providerId}::uuid, grams
    FROM jsonb_to_recordset(${JSON.stringify(prints)}::jsonb) AS x (place text, grams int[])`;
  await tx.documentFinding.createMany({
    data: findings.map(({ code, severity, facts }) => ({ documentId: document.id, code, severity, facts })),
  });
}

/** What was found in a document, now or when it came in. */
export async function documentFindings(tx: Tx, documentId: string): Promise<readonly DocumentFinding[]> {
  const rows = await tx.documentFinding.findMany({ where: { documentId }, orderBy: { code: 'asc' } });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stored by `keepTexts` and `checkDocuments` alone
  return rows.map(({ code, severity, facts }) => ({ code, severity, facts })) as unknown as DocumentFinding[];
}

/** Says with the decision on a document whether what was found in it was right: once of each. */
export async function judgeFindings(
  tx: Tx,
  documentId: string,
  upheld: boolean,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('Only persons judge');
  await tx.$executeRaw`INSERT INTO document_finding_verdict (document_id, code, upheld, by_person_id, at)
    SELECT f.document_id, f.code, ${upheld}, ${actor.personId}::uuid, ${now.toISOString()}::timestamptz FROM document_finding f
    WHERE f.document_id = ${documentId}::uuid ON CONFLICT DO NOTHING`;
}

/** In how many documents about others at the provider each of the prints nearly stands, by the terms of the day; places without any are left out. */
async function findCopies(
  tx: Tx,
  prints: readonly Print[],
  { placement, today }: About,
): Promise<readonly Copy[]> {
  if (prints.length === 0) return [];
  return await tx.$queryRaw<Copy[]>`
    SELECT place, documents FROM app.document_copies(${placement.placementId}::uuid, ${JSON.stringify(prints)}::jsonb, ${today}::date)
    ORDER BY place`;
}
