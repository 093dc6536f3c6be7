import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { Remark } from '#lib/domain/report/remark.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** How a participant's month stands, and why, in a few words. The whole sentences stand on the month's own page. */
export function RowState({ row }: { readonly row: MonthRow }) {
  const t = useTranslations('reporting.state');
  const locale = useStaffLocale();
  const remarks = row.remarks.filter(({ code }) => code !== 'LATE');
  const sentOn = row.report === null ? '' : formatDate(row.report.submittedOn, locale);
  switch (row.state) {
    case 'blocked':
      return (
        <Remarked row={row} remarks={remarks.filter(({ severity }) => severity === 'block')} tone="stop" />
      );
    case 'warned':
      return <Remarked row={row} remarks={remarks} tone="warn" />;
    case 'notStarted':
      return (
        <Status tone="none" reason={t('nothingLogged')}>
          {t('notStarted')}
        </Status>
      );
    case 'draft':
      return (
        <Status tone="none" icon="started">
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
        <Status tone="stop" icon="refused">
          {t('rejected')}
        </Status>
      );
  }
}

type RemarkedProps = {
  readonly row: MonthRow;
  readonly remarks: readonly Remark[];
  readonly tone: 'stop' | 'warn';
};

/** The first of what was found, and how many there are. */
function Remarked({ row, remarks, tone }: RemarkedProps) {
  const t = useTranslations('reporting.state');
  const locale = useStaffLocale();
  const [first] = remarks;
  if (first === undefined) return null;
  const activity = first.row === null ? undefined : row.content.rows[first.row]?.activity;
  const what =
    tone === 'stop'
      ? activity !== undefined && activityName(activity, locale)
      : t(remarks.some(({ severity }) => severity === 'hold') ? 'held' : 'flagged');
  const more = remarks.length > 1 ? t('more', { count: remarks.length - 1 }) : '';
  return (
    <Status
      tone={tone}
      reason={
        <>
          {what} {more}
        </>
      }
    >
      {t(`check.${first.code}`)}
    </Status>
  );
}
