import type { Copy, DocumentText } from '#lib/domain/document/document-text.ts';
import { printOf, type Print } from '#lib/domain/text/prints.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** What the automatic checks can find in documents, by stable code, with the facts of its sentence (review section 1). */
export type DocumentCheckFacts = {
  /** How many of the document's texts, and the most documents about others that one of them stands in. */
  COPIED_TEXT: { readonly texts: number; readonly documents: number };
};
export type DocumentFinding = {
  readonly code: 'COPIED_TEXT';
  readonly severity: 'flag';
  readonly facts: DocumentCheckFacts['COPIED_TEXT'];
};

/** The prints by which near copies of a document's texts are found among those of the same provider. */
export function printsOf(texts: readonly DocumentText[], providerId: string): readonly Print[] {
  return texts.flatMap(({ place, text }) => printOf(place, text, providerId) ?? []);
}

/** What near copies of a document's texts are told as; nothing where there are none. */
export function copiedText(copies: readonly Copy[]): readonly DocumentFinding[] {
  const found = copies.filter(({ documents }) => documents > 0);
  if (found.length === 0) return [];
  const documents = Math.max(...found.map((copy) => copy.documents));
  return [{ code: 'COPIED_TEXT', severity: 'flag', facts: { texts: found.length, documents } }];
}

/** The sentence of what was found in a document, and the remedy. */
export function documentFindingWords(
  { facts: { texts, documents } }: Pick<DocumentFinding, 'facts'>,
  locale: ProblemLocale = 'sv',
): { readonly message: string; readonly fix: string } {
  if (locale === 'en') {
    const where = documents === 1 ? 'one other document' : `up to ${documents} other documents`;
    const what = texts === 1 ? 'A text stands' : `${texts} of the texts stand`;
    return {
      message: `${what} nearly word for word in ${where} about other participants at the provider.`,
      fix: 'Write what applies to this participant.',
    };
  }
  const where = documents === 1 ? 'en annan handling' : `upp till ${documents} andra handlingar`;
  const what = texts === 1 ? 'En text' : `${texts} av texterna`;
  return {
    message: `${what} står nästan ordagrant i ${where} om andra deltagare hos leverantören.`,
    fix: 'Skriv det som gäller just den här deltagaren.',
  };
}

/** The same before the document is sent, with where its texts stand; it never stops anybody. */
export function copyRemarks(
  texts: readonly DocumentText[],
  copies: readonly Copy[],
): readonly { readonly pointer: string; readonly message: string }[] {
  const where = texts.filter(({ place }) => copies.some((copy) => copy.place === place));
  const [first] = where;
  return first === undefined
    ? []
    : copiedText(copies).map((finding) => {
        const { message, fix } = documentFindingWords(finding);
        const places = where.map((text) => text.where).join('; ');
        return {
          pointer: first.place,
          message: `${message} Det gäller ${places}. ${fix} Granskaren ser också detta.`,
        };
      });
}
