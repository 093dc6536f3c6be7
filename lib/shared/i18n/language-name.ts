import type { Locale } from '#lib/shared/i18n/locale.ts';

/** Names that the language data lacks or that say more than people here do. */
const OWN_NAMES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ckb: { sv: 'sorani', en: 'Sorani' },
  kmr: { sv: 'kurmanji', en: 'Kurmanji' },
  swl: { sv: 'svenskt teckenspråk', en: 'Swedish Sign Language' },
  'zh-Hans': { sv: 'kinesiska', en: 'Chinese' },
};

/** What a language (BCP 47) is called: `arabiska`, in English `Arabic`. What is no tag is shown as it was written. */
export function languageName(tag: string, locale: Locale): string {
  const own = OWN_NAMES[tag]?.[locale];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

/** Several languages in a row, the first letter a capital: `Svenska, arabiska, somaliska`. */
export function languagesInWords(tags: readonly string[], locale: Locale): string {
  const words = tags.map((tag) => languageName(tag, locale)).join(', ');
  return words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
}
