import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DateText, MonthText } from '#components/ui/date-text.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { QueuedReport, ReviewQueue } from '#lib/domain/review/review-queue.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly queue: ReviewQueue; readonly today: PlainDate; readonly personId: string };

export function QueueTable({ queue, today, personId }: Props) {
  const t = useTranslations('review.queue');
  const columns: readonly Column<QueuedReport>[] = [
    {
      key: 'participant',
      head: t('participant'),
      cell: (report) => (
        <>
          <TextLink href={`/review/${report.id}`}>{report.participantName}</TextLink>
          <span className="block text-xs font-normal text-ink-3">{t('level', { level: report.level })}</span>
        </>
      ),
    },
    { key: 'month', head: t('month'), cell: (report) => <MonthText month={report.month} /> },
    {
      key: 'provider',
      head: t('provider'),
      cell: (report) => (
        <>
          {report.providerName}
          <span className="block text-xs text-ink-3">{report.officeName}</span>
        </>
      ),
    },
    { key: 'findings', head: t('findings'), cell: (report) => <Findings report={report} /> },
    {
      key: 'decideBy',
      head: t('decideBy'),
      cell: (report) =>
        report.decideBy < today ? (
          <Status tone="warn" reason={<DateText date={report.decideBy} style="day" />}>
            {t('overdueSince')}
          </Status>
        ) : (
          <DateText date={report.decideBy} style="weekday" />
        ),
    },
    {
      key: 'taken',
      head: t('taken'),
      cell: (report) =>
        report.takenByPersonId === null ? (
          <span className="text-ink-3">{t('free1')}</span>
        ) : report.takenByPersonId === personId ? (
          <b>{t('you')}</b>
        ) : (
          report.takenByName
        ),
    },
    {
      key: 'amount',
      head: t('amount'),
      unit: <Example />,
      numeric: true,
      cell: (report) => <Amount value={report.amountOre} />,
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={queue.reports}
      rowKey={({ id }) => id}
    />
  );
}

function Findings({ report }: { readonly report: QueuedReport }) {
  const t = useTranslations('review.queue');
  const risk = report.risk > 0 ? t('risk', { risk: report.risk }) : undefined;
  if (report.holds > 0) {
    return (
      <Status tone="warn" icon="paused" reason={risk}>
        {t('hold', { holds: report.holds })}
      </Status>
    );
  }
  return risk === undefined ? (
    <Status tone="ok">{t('noFindings')}</Status>
  ) : (
    <Status tone="warn">{risk}</Status>
  );
}
