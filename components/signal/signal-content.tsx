import { useLocale, useTranslations } from 'next-intl';
import { DescriptionList } from '#components/ui/description-list.tsx';
import type { Signal } from '#lib/domain/signal/signal.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** What a signal says. */
export function SignalContent({ content }: { readonly content: Signal }) {
  const t = useTranslations('signal');
  const locale = useLocale();
  const { type, extentPercent, from, appliedOn, employerName, signalledOn } = content;
  return (
    <>
      <p className="font-medium">{t('what', { type: t(`types.${type}`), percent: extentPercent })}</p>
      <DescriptionList
        className="mt-2"
        facts={[
          { term: t('starts'), detail: formatDate(from, locale) },
          { term: t('employer'), detail: employerName === '' ? t('unknown') : employerName },
          ...(appliedOn === null ? [] : [{ term: t('applied'), detail: formatDate(appliedOn, locale) }]),
          { term: t('signalledOn'), detail: formatDate(signalledOn, locale) },
        ]}
      />
    </>
  );
}
