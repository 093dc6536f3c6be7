import { useLocale, useTranslations } from 'next-intl';
import { ReadAloudButtons } from '#components/frame/read-aloud-buttons.tsx';
import type { Locale } from '#lib/shared/i18n/locale.ts';

/** Voices go by the language's tag; Dari is read by those of Persian. */
const VOICES: Partial<Record<Locale, string>> = { 'sv-simple': 'sv', prs: 'fa' };

/** Reads the page aloud by the browser's own voice. Nothing is sent anywhere. */
export function ReadAloud() {
  const t = useTranslations('frame.listen');
  const locale = useLocale();
  return (
    <ReadAloudButtons
      voice={VOICES[locale] ?? locale}
      words={{
        label: t('label'),
        start: t('start'),
        pause: t('pause'),
        resume: t('resume'),
        stop: t('stop'),
      }}
    />
  );
}
