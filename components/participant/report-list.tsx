import { useLocale, useTranslations } from 'next-intl';
import { Duration } from '#components/participant/duration.tsx';
import { OwnWords } from '#components/participant/own-words.tsx';
import { ReportStatus } from '#components/participant/report-status.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Table } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnReportLine, OwnReports } from '#lib/domain/participant/own-report.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

export interface ReportListProps {
  reports: OwnReports;
  page: number;
  pages: number;
  canCall: boolean;
}

/** All that has been reported about the participant, month by month. */
export function ReportList({ reports, page, pages, canCall }: ReportListProps) {
  const t = useTranslations('participant.reports');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {reports.reports.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <>
          <Sheet className="px-6 py-3 max-md:px-4">
            <ReportTable reports={reports.reports} />
          </Sheet>
          <p className="mt-4 text-ink-2">{t(canCall ? 'wrong' : 'wrongOffline')}</p>
        </>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `/participant/reports?page=${to}`} />
      <p className="no-print mt-8">
        <LinkAction big href="/participant/activities">
          {t('activities')}
        </LinkAction>
      </p>
    </>
  );
}

function ReportTable({ reports }: { reports: readonly OwnReportLine[] }) {
  const t = useTranslations('participant.reports');
  const locale = useLocale();
  return (
    <Table caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('month')}</th>
          <th scope="col">{t('provider')}</th>
          <th scope="col">{t('time')}</th>
          <th scope="col">{t('status')}</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => {
          const month = formatMonth(report.month, locale);
          return (
            <tr key={report.id}>
              <th scope="row">
                <TextLink
                  href={`/participant/reports/${report.id}`}
                  aria-label={t('read', { month })}
                  className="inline-flex min-h-(--target) items-center first-letter:uppercase"
                >
                  {month}
                </TextLink>
              </th>
              <td data-label={t('provider')}>
                <OwnWords>{report.provider}</OwnWords>
              </td>
              <td data-label={t('time')}>
                {report.tookPart ? <Duration minutes={report.minutes} /> : t('none')}
              </td>
              <td data-label={t('status')} className="wide">
                <ReportStatus status={report.status} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
