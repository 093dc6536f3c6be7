import { useTranslations } from 'next-intl';
import { ContractTable } from '#components/admin/contract-table.tsx';
import { listHref } from '#components/admin/list-href.ts';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { CONTRACT_STATES, type ContractRegister } from '#lib/domain/admin/contract-register.ts';
import type { ContractRegisterInput } from '#lib/schemas/admin.ts';

type Props = { readonly register: ContractRegister; readonly filter: ContractRegisterInput };

function hrefWith(
  filter: ContractRegisterInput,
  change: Partial<ContractRegisterInput>,
  path = '/admin',
): string {
  return listHref(path, { ...filter, page: 1, ...change });
}

/** Providers and their contracts, and ways to find some of them. */
export function ContractRegisterView({ register, filter }: Props) {
  const t = useTranslations('admin.contracts');
  const { counts, total, providers } = register;
  const isFiltered = filter.q !== '' || filter.area !== '' || filter.state !== '';
  const everything = CONTRACT_STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={t('lead', { total, providers })}
        aside={
          total > 0 ? (
            <LinkAction look="plain" icon="download" href={hrefWith(filter, {}, '/api/admin/contracts/csv')}>
              {t('csv')}
            </LinkAction>
          ) : undefined
        }
      />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={[
              {
                href: hrefWith(filter, { state: '' }),
                words: t('all'),
                count: everything,
                current: filter.state === '',
              },
              ...CONTRACT_STATES.map((state) => ({
                href: hrefWith(filter, { state }),
                words: t(state),
                count: counts[state],
                current: state === filter.state,
              })),
            ]}
          />
          <Filters register={register} filter={filter} />
        </div>
        <div className="mt-6">
          {register.contracts.length === 0 ? (
            <EmptyState
              action={isFiltered ? <LinkAction href="/admin">{t('showAll')}</LinkAction> : undefined}
            >
              {isFiltered ? t('emptyFiltered') : t('empty')}
            </EmptyState>
          ) : (
            <ContractTable contracts={register.contracts} />
          )}
        </div>
        <Pagination
          page={register.page}
          pages={Math.ceil(total / register.pageSize)}
          hrefOf={(page) => hrefWith(filter, { page })}
        />
      </Sheet>
    </>
  );
}

function Filters({ register, filter }: Props) {
  const t = useTranslations('admin.contracts');
  const isNarrowed = filter.q !== '' || filter.area !== '';
  return (
    <FilterBar
      action="/admin"
      label={t('filter')}
      clearHref={isNarrowed ? hrefWith(filter, { q: '', area: '' }) : undefined}
    >
      {filter.state !== '' && <input type="hidden" name="state" value={filter.state} />}
      <Field name="q" label={t('search')} className="sm:w-120">
        {(control) => <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />}
      </Field>
      <Field name="area" label={t('area')} className="sm:w-60">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.area}
            empty={t('allAreas')}
            options={register.areas.map((area) => ({ value: area, label: area }))}
          />
        )}
      </Field>
    </FilterBar>
  );
}
