import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { ShownPeriod } from '#lib/domain/admin/shown-placement.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** The service periods of the decision, in order of time. */
export function PlacementPeriods({ periods }: { readonly periods: readonly ShownPeriod[] }) {
  const t = useTranslations('admin.placement');
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('periods')}
        captionHidden
        rows={periods}
        rowKey={({ implementationReference }) => implementationReference}
        columns={[
          { key: 'number', head: t('period'), cell: ({ number }) => t('number', { number }) },
          {
            key: 'reference',
            head: t('reference'),
            cell: ({ implementationReference }) => implementationReference,
          },
          {
            key: 'time',
            head: t('time'),
            cell: ({ from, to }) => (
              <>
                <DateText date={from} /> – <DateText date={addDays(to, -1)} />
              </>
            ),
          },
          {
            key: 'where',
            head: t('where'),
            cell: ({ here }) => (here ? <b>{t('here')}</b> : t('elsewhere')),
          },
        ]}
      />
    </Sheet>
  );
}
