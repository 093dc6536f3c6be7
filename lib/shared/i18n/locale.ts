/** Languages that the catalogues are complete in. */
export const LOCALES = ['sv', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'sv';

export const LOCALE_COOKIE = 'portal-locale';

/** What each language calls itself. */
export const LOCALE_NAMES = { sv: 'Svenska', en: 'English' } as const satisfies Record<Locale, string>;

/** The language named by the text, or null when it is none of ours. */
export function parseLocale(text: unknown): Locale | null {
  return LOCALES.find((locale) => locale === text) ?? null;
}
