import { useTranslations } from 'next-intl';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { LinkAction } from '#components/ui/button.tsx';
import { Card } from '#components/ui/sheet.tsx';

/** To last week's log once more, for those who are shown. */
export function CopyWeekLink({ filter }: { readonly filter: LogFilter }) {
  const t = useTranslations('log.copy');
  const tLog = useTranslations('reporting.log');
  return (
    <Card title={tLog('copy')}>
      <p className="mb-3 text-ink-2">{t('hint')}</p>
      <LinkAction href={logHref(filter, {}, '/provider/log/copy')} look="plain">
        {t('open')}
      </LinkAction>
    </Card>
  );
}
