import { useLocale, useTranslations } from 'next-intl';
import { EndpointState } from '#components/systems/endpoint-state.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** What is known of a receiver. */
export function EndpointFacts({ endpoint }: { endpoint: WebhookEndpointView }) {
  const t = useTranslations('systems');
  const locale = useLocale();
  const { url, events, createdAt, createdBy, oldSecretUntil, lastDeliveredAt, waiting } = endpoint;
  const made = formatDate(plainDateFromDate(createdAt), locale);
  const facts: Fact[] = [
    { term: t('webhook.facts.state'), detail: <EndpointState endpoint={endpoint} /> },
    {
      term: t('webhooks.address'),
      detail: <span className="font-mono text-sm wrap-anywhere">{url}</span>,
    },
    {
      term: t('webhook.facts.events'),
      detail: events.map((event) => t(`events.${event}`)).join(', '),
    },
    {
      term: t('webhook.facts.lastDelivered'),
      detail: (
        <>
          {lastDeliveredAt === null ? t('webhooks.never') : <InstantText instant={lastDeliveredAt} />}
          {waiting > 0 && (
            <small className="block font-normal text-ink-2">
              {t('webhooks.waiting', { count: waiting })}
            </small>
          )}
        </>
      ),
    },
    { term: t('webhook.facts.made'), detail: `${made} ${t('clients.by', { name: createdBy })}` },
  ];
  if (oldSecretUntil !== null) {
    facts.push({
      term: t('webhook.facts.secret'),
      detail: t.rich('client.oldSecret', { date: () => <InstantText instant={oldSecretUntil} /> }),
    });
  }
  return (
    <Card className="max-w-[760px]">
      <DescriptionList facts={facts} />
    </Card>
  );
}
