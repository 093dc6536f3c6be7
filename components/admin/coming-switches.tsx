import { useTranslations } from 'next-intl';
import { ShownPart } from '#components/admin/shown-part.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ComingSwitch, Part } from '#lib/domain/admin/caseworker-desk.ts';

/** Switches that are decided and not in effect yet, the nearest first. */
export function ComingSwitches({ switches }: { readonly switches: Part<ComingSwitch> }) {
  const t = useTranslations('admin.desk');
  if (switches.total === 0) return <EmptyState>{t('switchesEmpty')}</EmptyState>;
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('switches')}
        captionHidden
        rows={switches.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'participant',
            head: t('participant'),
            cell: ({ fromPlacementId, name }) => (
              <TextLink href={`/admin/placements/${fromPlacementId}`}>{name}</TextLink>
            ),
          },
          { key: 'from', head: t('from'), cell: ({ fromProvider }) => fromProvider },
          { key: 'to', head: t('to'), cell: ({ toProvider }) => toProvider },
          {
            key: 'decided',
            head: t('decided'),
            cell: ({ decidedOn }) => <DateText date={decidedOn} style="day" />,
          },
          {
            key: 'effective',
            head: t('effective'),
            cell: ({ effectiveOn }) => <DateText date={effectiveOn} style="weekday" />,
          },
        ]}
      />
      <ShownPart {...switches} />
    </Sheet>
  );
}
