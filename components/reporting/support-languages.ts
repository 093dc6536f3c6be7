import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

/** Languages that support is often given in beside Swedish (BCP 47). */
const COMMON = [
  'am',
  'ar',
  'bs',
  'ckb',
  'en',
  'es',
  'fa',
  'fr',
  'kmr',
  'pl',
  'prs',
  'ps',
  'ru',
  'so',
  'sq',
  'sr',
  'swl',
  'th',
  'ti',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
] as const;

/** What a choice of language offers, by name; a language that was given before is among them whatever it is. */
export function supportLanguages(
  locale: Locale,
  given: string | null | undefined,
): readonly { readonly value: string; readonly label: string }[] {
  const tags = new Set<string>([
    ...COMMON,
    ...(given === null || given === undefined || given === '' ? [] : [given]),
  ]);
  const byName = new Intl.Collator(locale);
  return [...tags]
    .map((value) => ({ value, label: languageName(value, locale) }))
    .toSorted((a, b) => byName.compare(a.label, b.label));
}
