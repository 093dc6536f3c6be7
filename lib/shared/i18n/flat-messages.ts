import type { Words } from '#lib/shared/i18n/filled-in.ts';

/** Messages by their whole key, in the order in which they are written: `choice.list.empty`. */
export function flatMessages(words: string | Words, key: string): [string, string][] {
  return typeof words === 'string'
    ? [[key, words]]
    : Object.entries(words).flatMap(([part, inner]) => flatMessages(inner, `${key}.${part}`));
}
