import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A decision for days on which somebody helps already: there is nothing to choose, and a caseworker knows. */
export function Overlap({ helpedUntil }: { helpedUntil: PlainDate }) {
  const t = useTranslations('choice.overlap');
  const locale = useLocale();
  return (
    <Card title={t('title', { date: dateInWords(addDays(helpedUntil, -1), locale) })}>
      <p className="max-w-lead">{t('text')}</p>
    </Card>
  );
}
