import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { type OwnRights, periodEnd } from '#lib/domain/participant/own-rights.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** When the participant's time is over, and what then. */
export function RightsEnd({ placement, figures }: Pick<OwnRights, 'placement' | 'figures'>) {
  const t = useTranslations('own-rights.end');
  const locale = useLocale();
  const end = placement === null ? null : periodEnd(placement);
  return (
    <Card title={t('title')}>
      <div className="grid max-w-measure gap-3">
        {end === null ? (
          <p>{t('none')}</p>
        ) : (
          <>
            <p className="font-medium">
              {t('day', { day: dateInWords(end.lastDay, locale, 'weekdayDate') })}
            </p>
            <p>{t(end.kind)}</p>
            {end.kind === 'first' && <p>{t('second')}</p>}
          </>
        )}
        <p>{t('report', { days: figures.finalReportWorkdays })}</p>
        <p>{t('then')}</p>
      </div>
    </Card>
  );
}
