import type { DocumentKind } from '#lib/domain/document/document.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { READERS } from '#lib/server/document/document-page.ts';

/** Which kind a document is of, for the page that shows it; the page itself tells who has read it. */
export const findDocumentKind = defineQuery<{ readonly documentId: string }, DocumentKind>({
  name: 'document.kind',
  mandates: READERS,
  purpose: 'Handling om deltagaren',
  async run(tx, { documentId }) {
    const [row] = await tx.$queryRaw<
      { kind: DocumentKind }[]
    >`SELECT kind FROM document WHERE id = ${documentId}::uuid`;
    return row?.kind ?? null;
  },
  reads: () => null,
});
