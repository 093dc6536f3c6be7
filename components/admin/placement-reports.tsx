import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText, MonthText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { ShownReport } from '#lib/domain/admin/shown-placement.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';

/** How the report of each month stands, the latest month first. */
export function PlacementReports({ reports }: { readonly reports: readonly ShownReport[] }) {
  const t = useTranslations('admin.placement');
  if (reports.length === 0) return <p className="text-ink-2">{t('noReports')}</p>;
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('reports')}
        captionHidden
        rows={reports}
        rowKey={({ month }) => month}
        columns={[
          { key: 'month', head: t('month'), cell: ({ month }) => <MonthText month={month} /> },
          {
            key: 'status',
            head: t('status'),
            cell: ({ status }) => <Status tone={toneOf(status)}>{t(`statuses.${status}`)}</Status>,
          },
          {
            key: 'submitted',
            head: t('submitted'),
            cell: ({ submittedOn }) => <DateText date={submittedOn} />,
          },
          {
            key: 'decideBy',
            head: t('decideBy'),
            cell: ({ status, decideBy }) =>
              status === 'submitted' || status === 'inReview' ? (
                <DateText date={decideBy} style="weekday" />
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Sheet>
  );
}

function toneOf(status: CurrentStatus): Tone {
  switch (status) {
    case 'submitted':
    case 'inReview':
      return 'wait';
    case 'approved':
      return 'ok';
    case 'returned':
      return 'warn';
    case 'rejected':
      return 'stop';
  }
}
