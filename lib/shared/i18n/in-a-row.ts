import type { Locale } from '#lib/shared/i18n/locale.ts';

/** What stands between words in a row. */
const COMMAS: Readonly<Partial<Record<Locale, string>>> = { ar: '، ', prs: '، ', ti: '፣ ' };

/** Several words in a row, with the language's own comma. */
export function inARow(words: readonly string[], locale: Locale): string {
  return words.join(COMMAS[locale] ?? ', ');
}
