import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Catalogue = ReturnType<typeof messagesFor>['api-docs'];

/** The words of the API's document in one language, by what a schema or operation calls itself. */
export type ApiWords = {
  readonly locale: ProblemLocale;
  readonly document: Catalogue['document'];
  /** Faults of an element to calculate, by code. */
  readonly calculation: Catalogue['calculation'];
  readonly field: (key: string) => string;
  readonly operation: (id: string) => { readonly summary: string; readonly description: string };
};

export function apiWords(locale: ProblemLocale): ApiWords {
  const { document, fields, operations, calculation } = messagesFor(locale)['api-docs'];
  return {
    locale,
    document,
    calculation,
    field: (key) => wordsOf(fields, key),
    operation: (id) => wordsOf(operations, id),
  };
}

function wordsOf<Words>(catalogue: Readonly<Record<string, Words>>, key: string): Words {
  const words = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (words === undefined) throw new Error(`The API’s document has no words for ${key}`);
  return words;
}
