import { SUPPORT_LANGUAGES } from '#lib/domain/month-grid/language-text.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

/** What a choice of language offers, by name; a language that was given before is among them whatever it is. */
export function supportLanguages(
  locale: Locale,
  given: string | null | undefined,
): readonly { readonly value: string; readonly label: string }[] {
  const tags = new Set<string>([
    ...SUPPORT_LANGUAGES,
    ...(given === null || given === undefined || given === '' ? [] : [given]),
  ]);
  const byName = new Intl.Collator(locale);
  return [...tags]
    .map((value) => ({ value, label: languageName(value, locale) }))
    .toSorted((a, b) => byName.compare(a.label, b.label));
}
