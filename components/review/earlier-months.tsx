import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { MonthText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { EarlierReport, ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';

/** What was reported in the months before, to compare with. */
export function EarlierMonths({ report }: { readonly report: ReviewedReportPage }) {
  const t = useTranslations('review.report');
  const who = useTranslations('review-decision.earlierBy');
  const columns: readonly Column<EarlierReport>[] = [
    {
      key: 'month',
      head: t('month'),
      cell: ({ id, month }) => (
        <TextLink href={`/review/${id}`}>
          <MonthText month={month} />
        </TextLink>
      ),
    },
    {
      key: 'support',
      head: t('support'),
      unit: t('rowsUnit'),
      numeric: true,
      cell: ({ supportMinutes }) => hoursAsClock(supportMinutes),
    },
    {
      key: 'onSite',
      head: t('onSite'),
      numeric: true,
      cell: ({ supportMinutes, onSiteMinutes }) =>
        supportMinutes === 0 ? '–' : `${Math.round((100 * onSiteMinutes) / supportMinutes)} %`,
    },
    {
      key: 'status',
      head: t('earlierStatus'),
      cell: ({ status, by }) => (
        <>
          {t(`status.${status}`)}
          {by !== null && <small className="block text-ink-2">{who(by)}</small>}
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="mb-3 text-lg">
        {t('earlier')}
      </h2>
      {report.earlier.length === 0 ? (
        <p className="text-ink-2">{t('earlierNone')}</p>
      ) : (
        <Sheet className="p-5 max-md:px-4">
          <DataTable
            caption={t('earlier')}
            captionHidden
            columns={columns}
            rows={report.earlier}
            rowKey={({ id }) => id}
          />
        </Sheet>
      )}
    </section>
  );
}
