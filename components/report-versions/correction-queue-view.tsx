import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { CorrectionQueue, QueuedCorrection } from '#lib/domain/report/report-history.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

const PATH = '/review/corrections';

/** Corrections of approved reports that wait for a decision, the soonest due first. */
export function CorrectionQueueView({ queue }: { readonly queue: CorrectionQueue }) {
  const t = useTranslations('attest.review');
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { total: queue.total })} />
      <Sheet className="p-6 max-md:px-4">
        {queue.corrections.length === 0 ? (
          <EmptyState>{t('empty')}</EmptyState>
        ) : (
          <DataTable<QueuedCorrection>
            caption={t('caption')}
            captionHidden
            rows={queue.corrections}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'participant',
                head: t('participant'),
                cell: ({ id, participantName, month, level }) => (
                  <>
                    <TextLink href={`${PATH}/${id}`}>{participantName}</TextLink>
                    <small className="block text-ink-3">
                      {t('what', { month: formatMonth(month, locale), level })}
                    </small>
                  </>
                ),
              },
              {
                key: 'provider',
                head: t('provider'),
                cell: ({ providerName, officeName }) => (
                  <>
                    {providerName}
                    <small className="block text-ink-3">{officeName}</small>
                  </>
                ),
              },
              {
                key: 'support',
                head: t('support'),
                cell: ({ supportBefore, supportAfter }) =>
                  t('from', { before: hoursAsClock(supportBefore), after: hoursAsClock(supportAfter) }),
              },
              {
                key: 'findings',
                head: t('findings'),
                cell: ({ holds, risk }) => <Found holds={holds} risk={risk} />,
              },
              {
                key: 'decideBy',
                head: t('decideBy'),
                cell: ({ decideBy }) => <DateText date={decideBy} style="weekday" />,
              },
            ]}
          />
        )}
        <Pagination
          page={queue.page}
          pages={Math.ceil(queue.total / queue.pageSize)}
          hrefOf={(page) => (page > 1 ? `${PATH}?page=${page}` : PATH)}
        />
      </Sheet>
    </>
  );
}

function Found({ holds, risk }: Pick<QueuedCorrection, 'holds' | 'risk'>) {
  const t = useTranslations('attest.review');
  if (holds > 0) return <Status tone="warn">{t('hold', { holds })}</Status>;
  return risk > 0 ? (
    <Status tone="warn">{t('risk', { risk })}</Status>
  ) : (
    <Status tone="ok">{t('noFindings')}</Status>
  );
}
