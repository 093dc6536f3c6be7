import { directionOf, type Locale, LOCALE_NAMES } from '#lib/shared/i18n/locale.ts';

export interface LanguageButtonsProps {
  languages: readonly Locale[];
  current: Locale;
}

/** Languages to pick from, each by its own name, within a form that posts to `/api/locale`. */
export function LanguageButtons({ languages, current }: LanguageButtonsProps) {
  return languages.map((language) => (
    <button
      key={language}
      name="locale"
      value={language}
      aria-current={language === current ? 'true' : undefined}
    >
      <bdi lang={language} dir={directionOf(language)}>
        {LOCALE_NAMES[language]}
      </bdi>
    </button>
  ));
}
