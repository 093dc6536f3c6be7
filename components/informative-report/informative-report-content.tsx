import { useLocale, useTranslations } from 'next-intl';
import type { InformativeReport } from '#lib/domain/informative-report/informative-report.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** What an informative report says. */
export function InformativeReportContent({ content }: { readonly content: InformativeReport }) {
  const t = useTranslations('informative-report');
  const locale = useLocale();
  const { category, text, answerBy } = content;
  return (
    <>
      <p className="font-medium">{t(`categories.${category}`)}</p>
      <p className="mt-2 max-w-measure whitespace-pre-line">{text}</p>
      {answerBy !== null && <p className="mt-3">{t('neededBy', { day: formatDate(answerBy, locale) })}</p>}
    </>
  );
}
