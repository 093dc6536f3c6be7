import { useTranslations } from 'next-intl';
import { EndpointState } from '#components/systems/endpoint-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';

/** Where the provider's systems are told of changes. */
export function EndpointTable({ endpoints }: { endpoints: readonly WebhookEndpointView[] }) {
  const t = useTranslations('systems.webhooks');
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={endpoints}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'address',
            head: t('address'),
            cell: ({ id, url }) => (
              <TextLink href={`/provider/systems/webhooks/${id}`} className="wrap-anywhere">
                {url}
              </TextLink>
            ),
          },
          { key: 'events', head: t('events'), cell: ({ events }) => t('count', { count: events.length }) },
          { key: 'state', head: t('state'), cell: (endpoint) => <EndpointState endpoint={endpoint} /> },
          {
            key: 'lastDelivered',
            head: t('lastDelivered'),
            cell: ({ lastDeliveredAt, waiting }) => (
              <>
                {lastDeliveredAt === null ? t('never') : <InstantText instant={lastDeliveredAt} />}
                {waiting > 0 && (
                  <small className="block text-ink-2">{t('waiting', { count: waiting })}</small>
                )}
              </>
            ),
          },
        ]}
      />
    </Sheet>
  );
}
