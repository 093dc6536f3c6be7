import { useTranslations } from 'next-intl';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';

type Props = { readonly log: WeekLog; readonly filter: LogFilter; readonly formKey: string };

/** Last week's log once more, for those who are shown. */
export function CopyWeekForm({ log, filter, formKey }: Props) {
  const t = useTranslations('reporting.log');
  return (
    <Card title={t('copy')}>
      <form method="post" action="/api/provider/entries/copy-week" className="grid gap-3">
        <input type="hidden" name="idempotencyKey" value={formKey} />
        <input type="hidden" name="back" value={logHref(filter, { page: filter.page })} />
        <input type="hidden" name="weekFrom" value={log.weekFrom} />
        {log.participants.map(({ placementId }, index) => (
          <input key={placementId} type="hidden" name={`placementIds.${index}`} value={placementId} />
        ))}
        <p className="text-ink-2">{t('copyHint', { count: log.participants.length })}</p>
        <Button look="plain" className="justify-self-start">
          {t('copySubmit')}
        </Button>
      </form>
    </Card>
  );
}
