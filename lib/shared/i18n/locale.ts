/**
 * Languages of everything that participants and the public meet (the service's eight); Swedish is the source. `sv-simple` is
 * Swedish in easy words, a variant registered with IANA; `prs` is Dari.
 */
export const LOCALES = ['sv', 'sv-simple', 'en', 'ar', 'so', 'ti', 'prs', 'uk'] as const;

export type Locale = (typeof LOCALES)[number];

/** Languages of the pages of providers and of the authority. */
export const STAFF_LOCALES = ['sv', 'en'] as const satisfies readonly Locale[];

export type StaffLocale = (typeof STAFF_LOCALES)[number];

export const DEFAULT_LOCALE = 'sv' satisfies StaffLocale;

export const LOCALE_COOKIE = 'portal-locale';

/** What each language calls itself. */
export const LOCALE_NAMES = {
  sv: 'Svenska',
  'sv-simple': 'Lätt svenska',
  en: 'English',
  ar: 'العربية',
  so: 'Soomaali',
  ti: 'ትግርኛ',
  prs: 'دری',
  uk: 'Українська',
} as const satisfies Record<Locale, string>;

/** The language named by the text, or null when it is none of ours. */
export function parseLocale(text: unknown): Locale | null {
  return LOCALES.find((locale) => locale === text) ?? null;
}

/** The name of its cookie by https: a cookie of this host alone, which no other below the same domain can write. */
export const HOST_LOCALE_COOKIE = `__Host-${LOCALE_COOKIE}`;

/** The language that a browser remembers, or null; `cookie` gives one by its name. */
export function rememberedLocale(cookie: (name: string) => string | undefined): Locale | null {
  return parseLocale(cookie(HOST_LOCALE_COOKIE)) ?? parseLocale(cookie(LOCALE_COOKIE));
}

/**
 * In what language a participant is written to: what they chose, or else what they are known to speak. Swedish is what everybody
 * begins with in the portal: it is a choice only where they have chosen it.
 */
export function ownLocale(of: {
  readonly locale: string;
  readonly chosen: boolean;
  readonly speaks: string | null;
}): Locale {
  const own = of.chosen || of.locale !== DEFAULT_LOCALE ? parseLocale(of.locale) : null;
  return own ?? parseLocale(of.speaks) ?? DEFAULT_LOCALE;
}

/** What is read on pages that are in Swedish and English alone, by who reads participants' pages in this language. */
export function staffLocaleOf(locale: Locale): StaffLocale {
  return STAFF_LOCALES.find((staff) => staff === locale) ?? DEFAULT_LOCALE;
}

/** Which way the language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' || locale === 'prs' ? 'rtl' : 'ltr';
}

/** The tag for `Intl`: figures and calendar as on every paper in Sweden, whatever the language has of its own. */
export function intlTag(locale: Locale): string {
  return `${locale}-u-ca-gregory-nu-latn`;
}
