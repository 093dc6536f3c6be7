import { useLocale, useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Table } from '#components/ui/table.tsx';
import type { PublicContract, PublicProviders } from '#lib/domain/choice/public-contract.ts';
import { languagesInWords } from '#lib/shared/i18n/language-name.ts';

export interface PublicProviderListProps {
  providers: PublicProviders;
  q: string;
  area: string | null;
}

function addressOf(q: string, area: string | null, page: number): string {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (area !== null) query.set('area', area);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/providers' : `/providers?${query}`;
}

/** Who has a contract and where, for anybody. */
export function PublicProviderList({ providers, q, area }: PublicProviderListProps) {
  const t = useTranslations('provider-search.list');
  const filtered = q !== '' || area !== null;
  const areas = providers.areas.map((id) => ({ value: id, label: id }));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <FilterBar action="/providers" label={t('label')} clearHref={filtered ? '/providers' : undefined}>
        <Field name="q" label={t('search')} className="min-w-0 flex-1 basis-60">
          {(control) => <TextInput {...control} type="search" defaultValue={q} autoComplete="off" />}
        </Field>
        <Field name="area" label={t('area')} className="min-w-0 flex-1 basis-60">
          {(control) => (
            <Select {...control} options={areas} empty={t('areaAll')} defaultValue={area ?? ''} />
          )}
        </Field>
      </FilterBar>
      <h2 className="mt-8 mb-3">{t('count', { count: providers.total })}</h2>
      {providers.contracts.length === 0 ? (
        <EmptyState action={filtered ? <LinkAction href="/providers">{t('showAll')}</LinkAction> : undefined}>
          {t(filtered ? 'empty' : 'none')}
        </EmptyState>
      ) : (
        <Sheet className="px-6 py-3 max-md:px-4">
          <ContractTable contracts={providers.contracts} />
        </Sheet>
      )}
      <Pagination page={providers.page} pages={providers.pages} hrefOf={(page) => addressOf(q, area, page)} />
      <Notice className="mt-8" action={<LinkAction href="/login">{t('loginAction')}</LinkAction>}>
        {t('login')}
      </Notice>
    </>
  );
}

function ContractTable({ contracts }: { contracts: readonly PublicContract[] }) {
  const t = useTranslations('provider-search.list');
  const locale = useLocale();
  return (
    <Table caption={t('caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('provider')}</th>
          <th scope="col">{t('area')}</th>
          <th scope="col">{t('places')}</th>
          <th scope="col">{t('languages')}</th>
          <th scope="col">{t('from')}</th>
        </tr>
      </thead>
      <tbody>
        {contracts.map((contract) => (
          <tr key={contract.kaNumber}>
            <th scope="row">
              {contract.provider}
              <small>{t('kaNumber', { number: contract.kaNumber })}</small>
            </th>
            <td data-label={t('area')}>{contract.area}</td>
            <td data-label={t('places')}>{contract.places.join(', ')}</td>
            <td data-label={t('languages')}>{languagesInWords(contract.languages, locale)}</td>
            <td data-label={t('from')}>
              <DateText date={contract.from} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
