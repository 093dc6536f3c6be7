import { useLocale, useTranslations } from 'next-intl';
import type { ExpectedPayDay } from '#lib/domain/payment/expected-pay-day.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** When reports that are sent now are paid, at the earliest. */
export function ExpectedPayDayText({ expected }: { expected: ExpectedPayDay }) {
  const t = useTranslations('payment.expected');
  const locale = useLocale();
  const { cutOff, earliest, bySilence } = expected;
  return (
    <p className="mt-2 max-w-measure">
      {t('report', { cutOff: formatDate(cutOff, locale), earliest: formatDate(earliest, locale) })}
      {bySilence !== earliest && ` ${t('reportSilence', { bySilence: formatDate(bySilence, locale) })}`}
    </p>
  );
}
