import { inARow } from '#lib/shared/i18n/in-a-row.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

/** Names that the language data lacks or that say more than people here do. */
const OWN_NAMES: Readonly<Record<string, Readonly<Partial<Record<Locale, string>>>>> = {
  ckb: {
    sv: 'sorani',
    'sv-simple': 'kurdiska (sorani)',
    en: 'Sorani',
    ar: 'الكردية السورانية',
    so: 'Kurdi (Sorani)',
    ti: 'ኩርዲሽ (ሶራኒ)',
    prs: 'کردی سورانی',
    uk: 'курдська (сорані)',
  },
  kmr: {
    sv: 'kurmanji',
    'sv-simple': 'kurdiska (kurmanji)',
    en: 'Kurmanji',
    ar: 'الكردية الكرمانجية',
    so: 'Kurdi (Kurmanji)',
    ti: 'ኩርዲሽ (ኩርማንጂ)',
    prs: 'کردی کرمانجی',
    uk: 'курдська (курманджі)',
  },
  // What the data has is Persian.
  prs: { so: 'Dari' },
  swl: {
    sv: 'svenskt teckenspråk',
    'sv-simple': 'svenskt teckenspråk',
    en: 'Swedish Sign Language',
    ar: 'لغة الإشارة السويدية',
    so: 'Luqadda dhegoolaha ee Iswiidhishka',
    ti: 'ናይ ስዊድን ቋንቋ ምልክት',
    prs: 'زبان اشاره سویدنی',
    uk: 'шведська жестова мова',
  },
  'zh-Hans': {
    sv: 'kinesiska',
    'sv-simple': 'kinesiska',
    en: 'Chinese',
    ar: 'الصينية',
    so: 'Shiinays',
    ti: 'ቻይንኛ',
    prs: 'چینی',
    uk: 'китайська',
  },
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
  const words = inARow(
    tags.map((tag) => languageName(tag, locale)),
    locale,
  );
  return words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
}
