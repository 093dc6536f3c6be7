import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ShownPlacement } from '#lib/domain/admin/shown-placement.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** Every switch in the service, undone ones too. */
export function PlacementSwitches({ placement }: { readonly placement: ShownPlacement }) {
  const t = useTranslations('admin.placement');
  const locale = useLocale();
  const { switches, placementId: here } = placement;
  if (switches.length === 0) return <p className="text-ink-2">{t('noSwitches')}</p>;
  const place = (placementId: string, provider: string): ReactNode =>
    placementId === here ? (
      <b>{provider}</b>
    ) : (
      <TextLink href={`/admin/placements/${placementId}`}>{provider}</TextLink>
    );
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('switches')}
        captionHidden
        rows={switches}
        rowKey={({ id }) => id}
        columns={[
          { key: 'decided', head: t('decided'), cell: ({ decidedOn }) => <DateText date={decidedOn} /> },
          {
            key: 'from',
            head: t('from'),
            cell: ({ fromPlacementId, fromProvider }) => place(fromPlacementId, fromProvider),
          },
          {
            key: 'to',
            head: t('to'),
            cell: ({ toPlacementId, toProvider }) => place(toPlacementId, toProvider),
          },
          {
            key: 'reason',
            head: t('reason'),
            cell: ({ reason }) => (reason === null ? t('noReason') : t(`reasons.${reason}`)),
          },
          {
            key: 'effective',
            head: t('effective'),
            cell: ({ effectiveOn, undoneOn }) =>
              undoneOn === null ? (
                <DateText date={effectiveOn} />
              ) : (
                <Status tone="none">{t('undone', { date: formatDate(undoneOn, locale) })}</Status>
              ),
          },
        ]}
      />
    </Sheet>
  );
}
