import { useTranslations } from 'next-intl';
import { DoneNotice, type Done } from '#components/administration/done-notice.tsx';
import { RequestDecision } from '#components/administration/request-decision.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/filter-bar.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { SignatoryRequestView } from '#lib/domain/administration/account.ts';
import type { AdministratorListInput } from '#lib/schemas/administration.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface AdministeredProvider {
  readonly providerId: string;
  readonly name: string;
  readonly orgNo: string;
  readonly administrators: readonly string[];
  readonly invited: number;
}

interface AdministratorsViewProps {
  list: {
    readonly providers: readonly AdministeredProvider[];
    readonly total: number;
    readonly without: number;
    readonly page: number;
    readonly pageSize: number;
    readonly requests: readonly SignatoryRequestView[];
  };
  filter: AdministratorListInput;
  done: Done | null;
  formKey: string;
  attempt: KeptForm | null;
}

const PAGE = '/admin/providers';

function hrefOf(filter: AdministratorListInput, change: Partial<AdministratorListInput>): string {
  const { q, show, page } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (show !== 'all') query.set('show', show);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? PAGE : `${PAGE}?${query}`;
}

/** Providers with those who look after their accounts. */
export function AdministratorsView({ list, filter, done, formKey, attempt }: AdministratorsViewProps) {
  const t = useTranslations('administration.administrators');
  const [request] = list.requests;
  return (
    <>
      <DoneNotice done={done} />
      <PageHeading title={t('title')} lead={t('lead')} />
      {request !== undefined && (
        <PageSection title={t('requests')} note={t('requestsText')}>
          <RequestDecision request={request} isNamed back={PAGE} formKey={formKey} attempt={attempt} />
        </PageSection>
      )}
      <Sheet className="mt-8 p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={[
              { href: hrefOf(filter, { show: 'all' }), words: t('all'), current: filter.show === 'all' },
              {
                href: hrefOf(filter, { show: 'without' }),
                words: t('without'),
                count: list.without,
                current: filter.show === 'without',
              },
            ]}
          />
          <SearchField action={PAGE} label={t('search')} value={filter.q}>
            <input type="hidden" name="show" value={filter.show} />
          </SearchField>
        </div>
        <div className="mt-6">
          {list.providers.length === 0 ? (
            <EmptyState>{t('empty')}</EmptyState>
          ) : (
            <ProviderTable providers={list.providers} />
          )}
        </div>
        <Pagination
          page={list.page}
          pages={Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => hrefOf(filter, { page })}
        />
      </Sheet>
    </>
  );
}

function ProviderTable({ providers }: { providers: readonly AdministeredProvider[] }) {
  const t = useTranslations('administration.administrators');
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={providers}
      rowKey={({ providerId }) => providerId}
      columns={[
        {
          key: 'provider',
          head: t('provider'),
          cell: ({ providerId, name, orgNo }) => (
            <>
              <TextLink href={`${PAGE}/${providerId}`}>{name}</TextLink>
              <small className="block font-normal text-ink-2">{formatOrgNo(orgNo)}</small>
            </>
          ),
        },
        {
          key: 'administrators',
          head: t('administrators'),
          wide: true,
          cell: ({ administrators, invited }) => (
            <>
              {administrators.length === 0 ? (
                <Status tone="warn">{t('noOne')}</Status>
              ) : (
                administrators.join(', ')
              )}
              {invited > 0 && <small className="block text-ink-2">{t('invited', { count: invited })}</small>}
            </>
          ),
        },
      ]}
    />
  );
}
