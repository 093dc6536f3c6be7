import { useTranslations } from 'next-intl';
import { ClientTable } from '#components/systems/client-table.tsx';
import { EndpointTable } from '#components/systems/endpoint-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ApiClientView, WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';

interface SystemsViewProps {
  clients: readonly ApiClientView[];
  /** Null for a signatory. */
  endpoints: readonly WebhookEndpointView[] | null;
  mayDecide: boolean;
  isRemoved: boolean;
}

/** The provider's systems: those that come to us, and those that we tell. */
export function SystemsView({ clients, endpoints, mayDecide, isRemoved }: SystemsViewProps) {
  const t = useTranslations('systems');
  const tApi = useTranslations('api-docs.page');
  const isAdministrator = endpoints !== null;
  const add = isAdministrator && mayDecide && (
    <LinkAction look="go" icon="plus" href="/provider/systems/clients/new">
      {t('clients.add')}
    </LinkAction>
  );
  return (
    <>
      {isRemoved && (
        <Notice tone="ok" className="mb-6">
          {t('done.removed')}
        </Notice>
      )}
      <PageHeading title={t('title')} lead={isAdministrator ? t('lead') : t('signatoryLead')} />
      <p>
        <TextLink href="/api-docs">{tApi('link')}</TextLink>
      </p>
      {!mayDecide && <Notice>{t('notAllOffices')}</Notice>}
      <PageSection title={t('clients.title')}>
        {clients.length === 0 ? (
          <EmptyState action={add}>
            {isAdministrator ? t('clients.none') : t('clients.noneSignatory')}
          </EmptyState>
        ) : (
          <div className="grid justify-items-stretch gap-4">
            <ClientTable clients={clients} />
            <div>{add}</div>
          </div>
        )}
      </PageSection>
      {endpoints !== null && <Endpoints endpoints={endpoints} mayDecide={mayDecide} />}
    </>
  );
}

interface EndpointsProps {
  endpoints: readonly WebhookEndpointView[];
  mayDecide: boolean;
}

function Endpoints({ endpoints, mayDecide }: EndpointsProps) {
  const t = useTranslations('systems.webhooks');
  const add = mayDecide && (
    <LinkAction icon="plus" href="/provider/systems/webhooks/new">
      {t('add')}
    </LinkAction>
  );
  return (
    <PageSection title={t('title')}>
      <p className="mb-4 max-w-measure text-ink-2">{t('text')}</p>
      {endpoints.length === 0 ? (
        <EmptyState action={add}>{t('none')}</EmptyState>
      ) : (
        <div className="grid gap-4">
          <EndpointTable endpoints={endpoints} />
          <div>{add}</div>
        </div>
      )}
    </PageSection>
  );
}
