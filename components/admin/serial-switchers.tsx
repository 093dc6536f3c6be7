import { useTranslations } from 'next-intl';
import { ShownPart } from '#components/admin/shown-part.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Part, SerialSwitcher } from '#lib/domain/admin/caseworker-desk.ts';
import { serialFacts } from '#lib/domain/admin/serial-switching.ts';

/** Services with many switches or two close to each other, as a fact. */
export function SerialSwitchers({ services }: { readonly services: Part<SerialSwitcher> }) {
  const t = useTranslations('admin.desk');
  if (services.total === 0) return <EmptyState>{t('serialEmpty')}</EmptyState>;
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('serial')}
        captionHidden
        rows={services.items}
        rowKey={({ decisionId }) => decisionId}
        columns={[
          {
            key: 'participant',
            head: t('participant'),
            cell: ({ placementId, name }) => (
              <TextLink href={`/admin/placements/${placementId}`}>{name}</TextLink>
            ),
          },
          { key: 'provider', head: t('provider'), cell: ({ providerName }) => providerName },
          { key: 'because', head: t('because'), cell: (service) => <Because service={service} /> },
          {
            key: 'latest',
            head: t('latest'),
            cell: ({ latestOn }) => <DateText date={latestOn} />,
          },
        ]}
      />
      <ShownPart {...services} />
    </Sheet>
  );
}

function Because({ service: { switches, shortestGapDays } }: { readonly service: SerialSwitcher }) {
  const t = useTranslations('admin.desk');
  return serialFacts(switches, shortestGapDays).map((fact) => (
    <span key={fact} className="block">
      {fact === 'manySwitches'
        ? t('manySwitches', { count: switches })
        : t('closeSwitches', { days: shortestGapDays ?? 0 })}
    </span>
  ));
}
