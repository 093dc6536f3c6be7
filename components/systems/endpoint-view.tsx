import { useLocale, useTranslations } from 'next-intl';
import { DeliveryTable } from '#components/systems/delivery-table.tsx';
import { EndpointChanges, type EndpointChangesProps } from '#components/systems/endpoint-changes.tsx';
import { EndpointFacts } from '#components/systems/endpoint-facts.tsx';
import { SentNotice } from '#components/systems/sent-notice.tsx';
import { SendForm } from '#components/systems/send-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { DeliveryView, WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';
import { RETRY } from '#lib/domain/webhook/retry.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export interface EndpointViewProps {
  shown: {
    readonly endpoint: WebhookEndpointView;
    readonly deliveries: readonly DeliveryView[];
    readonly sent: DeliveryView | null;
    readonly mayDecide: boolean;
  };
  page: number;
  pages: number;
  done: 'changed' | 'paused' | 'resumed' | null;
  formKeys: EndpointChangesProps['formKeys'] & { readonly send: string; readonly again: string };
  attempts: EndpointChangesProps['attempts'];
}

/** A receiver: whether it is reached, what it was sent, and what can be changed. */
export function EndpointView({ shown, page, pages, done, formKeys, attempts }: EndpointViewProps) {
  const t = useTranslations('systems');
  const { endpoint, deliveries, sent, mayDecide } = shown;
  const here = `/provider/systems/webhooks/${endpoint.id}`;
  const sends = mayDecide && endpoint.state === 'active';
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/systems', words: t('title') }]} here={t('webhook.title')} />
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      {sent !== null && <SentNotice delivery={sent} here={`${here}?sent=${sent.id}`} />}
      <PageHeading title={<span className="wrap-anywhere">{new URL(endpoint.url).host}</span>} />
      {!mayDecide && <Notice className="mb-6">{t('notAllOffices')}</Notice>}
      <Trouble endpoint={endpoint} />
      <EndpointFacts endpoint={endpoint} />
      {mayDecide && <SendForm endpoint={endpoint} formKey={formKeys.send} />}
      <PageSection title={t('deliveries.title')} note={t('deliveries.note')}>
        {deliveries.length === 0 ? (
          <EmptyState>{t('deliveries.none')}</EmptyState>
        ) : (
          <DeliveryTable
            endpointId={endpoint.id}
            deliveries={deliveries}
            formKey={sends ? formKeys.again : null}
          />
        )}
        <Pagination page={page} pages={pages} hrefOf={(to) => `${here}?page=${to}`} />
      </PageSection>
      {mayDecide && <EndpointChanges endpoint={endpoint} formKeys={formKeys} attempts={attempts} />}
    </>
  );
}

/** What stands in the way, and what becomes of what is not sent. */
function Trouble({ endpoint: { pauseReason, failingSince } }: { endpoint: WebhookEndpointView }) {
  const t = useTranslations('systems.webhook');
  const locale = useLocale();
  const days = RETRY.pauseAfterDays;
  if (pauseReason === 'failures') {
    return (
      <Notice tone="stop" className="mb-6">
        {t('pausedFailures', { days })}
      </Notice>
    );
  }
  if (pauseReason === 'person') {
    return (
      <Notice tone="wait" className="mb-6">
        {t('pausedPerson')}
      </Notice>
    );
  }
  if (failingSince === null) return null;
  return (
    <Notice tone="warn" className="mb-6">
      {t('failing', { days, date: formatDate(plainDateFromDate(failingSince), locale) })}
    </Notice>
  );
}
