import type { Option } from '#components/ui/inputs.tsx';
import { languageText, SUPPORT_LANGUAGES } from '#lib/domain/month-grid/language-text.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

/** Languages to choose among, by name: the values are the texts of the cells. */
export function languageOptions(locale: Locale): readonly Option[] {
  const byName = new Intl.Collator(locale);
  return SUPPORT_LANGUAGES.map((tag) => ({
    value: languageText(tag),
    label: languageName(tag, locale),
  })).toSorted((a, b) => byName.compare(a.label, b.label));
}
