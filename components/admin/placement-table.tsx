import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedPlacement } from '#lib/domain/admin/placement-list.ts';
import { addDays } from '#lib/shared/plain-date.ts';

export function PlacementTable({ placements }: { readonly placements: readonly ListedPlacement[] }) {
  const t = useTranslations('admin');
  return (
    <DataTable
      caption={t('placements.caption')}
      captionHidden
      rows={placements}
      rowKey={({ placementId }) => placementId}
      columns={[
        {
          key: 'participant',
          head: t('placements.participant'),
          cell: ({ placementId, name, level, implementationReference: reference }) => (
            <>
              <TextLink href={`/admin/placements/${placementId}`}>{name}</TextLink>
              <span className="block text-xs font-normal text-ink-3">
                {t('levelReference', { level, reference })}
              </span>
            </>
          ),
        },
        {
          key: 'provider',
          head: t('placements.provider'),
          cell: ({ providerName, officeName }) => (
            <>
              {providerName}
              <span className="block text-xs text-ink-3">{officeName}</span>
            </>
          ),
        },
        { key: 'area', head: t('placements.where'), cell: ({ deliveryArea }) => deliveryArea },
        {
          key: 'period',
          head: t('placements.period'),
          cell: ({ from, to }) => (
            <>
              <DateText date={from} /> – <DateText date={addDays(to, -1)} />
            </>
          ),
        },
      ]}
    />
  );
}
