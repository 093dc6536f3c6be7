import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** How a participant's month stands, and why, in words. */
export function RowState({ row }: { readonly row: MonthRow }) {
  const t = useTranslations('reporting.state');
  const locale = useLocale();
  const [first] = row.remarks;
  const more = row.remarks.length > 1 ? ` ${t('more', { count: row.remarks.length - 1 })}` : '';
  const sentOn = row.report === null ? '' : formatDate(row.report.submittedOn, locale);
  switch (row.state) {
    case 'blocked':
      return (
        <Status tone="stop" reason={`${first?.fix ?? ''}${more}`}>
          {first?.message}
        </Status>
      );
    case 'warned':
      return (
        <Status
          tone="warn"
          reason={`${t(row.remarks.some(({ severity }) => severity === 'hold') ? 'held' : 'flagged')}${more}`}
        >
          {first?.message}
        </Status>
      );
    case 'notStarted':
      return (
        <Status tone="none" reason={t('nothingLogged')}>
          {t('notStarted')}
        </Status>
      );
    case 'draft':
      return (
        <Status tone="none" icon="started" reason={first?.fix}>
          {t('draft')}
        </Status>
      );
    case 'ready':
      return (
        <Status tone="ok" reason={row.source === 'log' ? t('fromLog') : undefined}>
          {t('ready')}
        </Status>
      );
    case 'returned':
      return (
        <Status tone="warn" icon="paused" reason={t(row.sendable ? 'completed' : 'complete')}>
          {t('returned')}
        </Status>
      );
    case 'submitted':
    case 'inReview':
      return (
        <Status tone="wait" reason={t('sentOn', { day: sentOn })}>
          {t(row.state)}
        </Status>
      );
    case 'approved':
      return <Status tone="ok">{t('approved')}</Status>;
    case 'rejected':
      return (
        <Status tone="stop" icon="refused" reason={t('readReason')}>
          {t('rejected')}
        </Status>
      );
  }
}
