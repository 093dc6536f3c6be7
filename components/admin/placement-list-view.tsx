import { useTranslations } from 'next-intl';
import { listHref } from '#components/admin/list-href.ts';
import { PlacementTable } from '#components/admin/placement-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { PLACEMENT_VIEWS, type PlacementList } from '#lib/domain/admin/placement-list.ts';
import type { PlacementListInput } from '#lib/schemas/admin.ts';

const PATH = '/admin/placements';

type Props = { readonly list: PlacementList; readonly filter: PlacementListInput };

function hrefWith(filter: PlacementListInput, change: Partial<PlacementListInput>): string {
  const { show, ...rest } = { ...filter, page: 1, ...change };
  return listHref(PATH, { show: show === 'current' ? '' : show, ...rest });
}

/** The caseworker's placements, and ways to find one. */
export function PlacementListView({ list, filter }: Props) {
  const t = useTranslations('admin.placements');
  const isFiltered = filter.q !== '' || filter.area !== '';
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { total: list.total })} />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={PLACEMENT_VIEWS.map((show) => ({
              href: hrefWith(filter, { show }),
              words: t(show),
              current: show === filter.show,
            }))}
          />
          <FilterBar
            action={PATH}
            label={t('filter')}
            clearHref={isFiltered ? hrefWith(filter, { q: '', area: '' }) : undefined}
          >
            <input type="hidden" name="show" value={filter.show} />
            <Field name="q" label={t('search')} className="sm:w-80">
              {(control) => (
                <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />
              )}
            </Field>
            <Field name="area" label={t('area')} className="sm:w-60">
              {(control) => (
                <Select
                  {...control}
                  defaultValue={filter.area}
                  empty={t('allAreas')}
                  options={list.areas.map((area) => ({ value: area, label: area }))}
                />
              )}
            </Field>
          </FilterBar>
        </div>
        <div className="mt-6">
          {list.placements.length === 0 ? (
            <EmptyState
              action={
                filter.show === 'all' ? undefined : (
                  <LinkAction href={hrefWith(filter, { show: 'all' })}>{t('searchAll')}</LinkAction>
                )
              }
            >
              {isFiltered ? t('emptyFiltered') : t('empty')}
            </EmptyState>
          ) : (
            <PlacementTable placements={list.placements} />
          )}
        </div>
        <Pagination
          page={list.page}
          pages={Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => hrefWith(filter, { page })}
        />
      </Sheet>
    </>
  );
}
