import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ForecastChart } from '#components/statement/forecast-chart.tsx';
import { ForecastTable } from '#components/statement/forecast-table.tsx';
import { PendingTable } from '#components/statement/pending-table.tsx';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { PendingList, StatementRow } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';

interface WaitingPageProps {
  statement: StatementRow;
  pending: PendingList;
  reader: StatementReader;
  breadcrumbs: ReactNode;
}

/** All that a statement says is on its way: month by month, then one by one with what each needs. */
export function WaitingPage({ statement, pending, reader, breadcrumbs }: WaitingPageProps) {
  const t = useTranslations('statement.waiting');
  const tUi = useTranslations('ui');
  const locale = useLocale();
  const { months, items } = pending;
  return (
    <>
      {breadcrumbs}
      <PageHeading title={t('pageTitle', { date: formatDate(statement.cutOff, locale) })} lead={t('lead')} />
      {months.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
      {months.length > 0 && (
        <PageSection title={t('forecast')} note={t('forecastNote')}>
          <Sheet className="px-4 py-4 md:px-6">
            <ForecastChart months={months} />
            <ForecastTable months={months} />
          </Sheet>
          {pending.hidden && <p className="mt-4 text-ink-2">{t('hidden')}</p>}
        </PageSection>
      )}
      {items.length > 0 && (
        <PageSection title={t('list')}>
          <PendingTable entries={items} />
          <Pagination
            page={pending.page}
            pages={pending.pages}
            hrefOf={(page) => `${reader.base}/waiting?page=${page}`}
          />
        </PageSection>
      )}
      <div className="mt-12">
        <PrintButton>{tUi('print')}</PrintButton>
      </div>
    </>
  );
}
