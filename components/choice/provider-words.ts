import type { useTranslations } from 'next-intl';
import { isAccessibility } from '#lib/domain/choice/accessibility.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { inARow } from '#lib/shared/i18n/in-a-row.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import { languagesInWords } from '#lib/shared/i18n/language-name.ts';

type Words = ReturnType<typeof useTranslations<'choice'>>;

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}

function row(t: Words, locale: Locale, words: readonly string[]): string {
  const first = inARow(words.slice(0, -1), locale);
  const last = words.at(-1) ?? '';
  return capital(first === '' ? last : t('meeting.and', { first, last }));
}

/** What a code of accessibility is called; what is no code is shown as it was written. */
export function accessibilityInWords(t: Words, code: string): string {
  return isAccessibility(code) ? t(`accessibility.${code}`) : code;
}

export type ProviderWords = {
  readonly languages: string;
  readonly meeting: string;
  readonly premises: string;
  readonly open: string;
  readonly participants: string;
  readonly contract: string;
};

/** The facts of a provider in words, the same and in the same order for everybody; what is not known is said to be. */
export function providerInWords(t: Words, locale: Locale, provider: ChoiceProvider): ProviderWords {
  const said = (words: string): string => (words === '' ? t('card.notSaid') : words);
  return {
    languages: said(languagesInWords(provider.languages, locale)),
    meeting: said(
      row(
        t,
        locale,
        provider.forms.map((form) => t(`meeting.${form}`)),
      ),
    ),
    premises: said(
      row(
        t,
        locale,
        provider.accessibility.map((code) => accessibilityInWords(t, code)),
      ),
    ),
    open: said(provider.openingHours ?? ''),
    participants: t('card.places', { now: provider.participantsNow, left: String(provider.placesLeft) }),
    contract: formatDate(provider.contractFrom, locale),
  };
}
