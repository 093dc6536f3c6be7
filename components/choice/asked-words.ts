import type { useTranslations } from 'next-intl';
import { accessibilityInWords } from '#components/choice/provider-words.ts';
import type { ChoiceCriterion, ChoiceFilter } from '#lib/domain/choice/choice-filter.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

type ChoiceWords = ReturnType<typeof useTranslations<'choice'>>;
type ActivityWords = ReturnType<typeof useTranslations<'participant.activity'>>;

/** What the words of a list of providers are made with. */
export type ListWords = {
  readonly t: ChoiceWords;
  readonly tActivity: ActivityWords;
  readonly locale: Locale;
};

/** What a kind of support is called; what is no code is shown as it was written. */
export function supportInWords({ tActivity }: ListWords, code: string): string {
  return tActivity.has(code as 'mapping') ? tActivity(code as 'mapping') : code;
}

/** What a field of work is called; what is no code is shown as it was written. */
export function fieldInWords({ t }: ListWords, code: string): string {
  const key = `workField.${code}` as 'workField.it';
  return t.has(key) ? t(key) : code;
}

/** One thing that was asked for, as it is called; empty where it was not. */
export function askedInWords(
  words: ListWords,
  filter: ChoiceFilter,
  criterion: ChoiceCriterion | 'name',
): string {
  const { t, locale } = words;
  const { name, language, meeting, accessibility, support, field } = filter;
  switch (criterion) {
    case 'name':
      return name;
    case 'language':
      return language === null ? '' : languageName(language, locale);
    case 'meeting':
      return meeting === null ? '' : t(`asked.${meeting}`);
    case 'accessibility':
      return accessibility === null ? '' : accessibilityInWords(t, accessibility);
    case 'support':
      return support === null ? '' : supportInWords(words, support);
    case 'field':
      return field === null ? '' : fieldInWords(words, field);
  }
}

/** How a provider has what was asked for: "You asked for Arabic: they speak Arabic". */
export function fitInWords(
  words: ListWords,
  filter: ChoiceFilter,
  criterion: ChoiceCriterion,
  provider: ChoiceProvider,
): string {
  const { t } = words;
  const what = askedInWords(words, filter, criterion);
  if (criterion !== 'meeting') return t(`fit.${criterion}`, { what });
  if (filter.meeting === 'onSite') return t('fit.onSite');
  const ways = provider.forms.filter((form) => form !== 'onSite').map((form) => t(`meeting.${form}`));
  const [first = '', last] = ways;
  return t('fit.distance', { ways: last === undefined ? first : t('meeting.and', { first, last }) });
}
