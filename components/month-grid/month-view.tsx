import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AddColumn } from '#components/month-grid/add-column.tsx';
import { GridHelp } from '#components/month-grid/grid-help.tsx';
import { GridToolBar } from '#components/month-grid/grid-tool-bar.tsx';
import { MonthHead } from '#components/month-grid/month-head.tsx';
import { monthHref } from '#components/month-grid/month-href.ts';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import type { MonthGridInput } from '#lib/schemas/report.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

type Props = {
  readonly grid: MonthGrid;
  readonly filter: MonthGridInput;
  readonly seesMoney: boolean;
  /** The grid itself, which runs in the browser. */
  readonly children: ReactNode;
};

/** The month of an office: how far it has come, and a row for each participant. */
export function MonthView({ grid, filter, seesMoney, children }: Props) {
  const t = useTranslations('reporting.month');
  const locale = useLocale();
  const isFiltered = filter.q !== '' || filter.office !== '' || filter.mine !== '' || filter.state !== 'all';
  return (
    <>
      <MonthHead overview={grid} seesMoney={seesMoney} />
      <section aria-label={t('participants')} className="mt-8">
        <Sheet className="p-5 max-md:px-4">
          <Filters grid={grid} filter={filter} />
          {grid.rows.length === 0 ? (
            <div className="mt-4 grid gap-4">
              <Views grid={grid} filter={filter} />
              <EmptyState
                action={
                  isFiltered ? (
                    <LinkAction href={`/provider/months/${grid.month}`}>{t('showAll')}</LinkAction>
                  ) : undefined
                }
              >
                {isFiltered ? t('emptyFiltered') : t('empty', { month: formatMonth(grid.month, locale) })}
              </EmptyState>
            </div>
          ) : (
            <>
              <GridToolBar views={<Views grid={grid} filter={filter} />}>
                <AddColumn filter={filter} columns={grid.columns} />
                <GridHelp />
              </GridToolBar>
              {children}
            </>
          )}
          <Pagination
            page={grid.page}
            pages={Math.ceil(grid.total / grid.pageSize)}
            hrefOf={(page) => monthHref(filter, { page })}
          />
        </Sheet>
      </section>
    </>
  );
}

const STATES = ['all', 'toDo', 'sendable'] as const;

/** All of it, what is left to do, or what can be attested. */
function Views({ grid: { counts, sums }, filter }: Pick<Props, 'grid' | 'filter'>) {
  const t = useTranslations('reporting.month');
  const sent = counts.submitted + counts.inReview + counts.approved + counts.rejected;
  const count = { all: sums.participants, toDo: sums.participants - sent, sendable: sums.sendable };
  return (
    <ViewSwitch
      views={STATES.map((state) => ({
        href: monthHref(filter, { state }),
        words: t(`show.${state}`),
        count: count[state],
        current: filter.state === state,
      }))}
    />
  );
}

function Filters({ grid, filter }: Pick<Props, 'grid' | 'filter'>) {
  const t = useTranslations('reporting.month');
  const tOrder = useTranslations('month-grid.order');
  const { offices } = grid;
  const isSearched = filter.q !== '' || filter.office !== '' || filter.mine !== '';
  return (
    <div className="no-print">
      <FilterBar
        action={`/provider/months/${filter.month}`}
        label={t('filter')}
        clearHref={isSearched ? monthHref(filter, { q: '', office: '', mine: '' }) : undefined}
      >
        <input type="hidden" name="state" value={filter.state} />
        {filter.add.map((field) => (
          <input key={field} type="hidden" name="add" value={field} />
        ))}
        <Field name="q" label={t('search')} className="sm:w-80">
          {(control) => <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />}
        </Field>
        {offices.length > 1 && (
          <Field name="office" label={t('office')} className="sm:w-52">
            {(control) => (
              <Select
                {...control}
                defaultValue={filter.office}
                empty={t('allOffices')}
                options={offices.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
        )}
        <Field name="mine" label={t('whose')} className="sm:w-32">
          {(control) => (
            <Select
              {...control}
              defaultValue={filter.mine}
              empty={t('everyone')}
              options={[{ value: '1', label: t('mine') }]}
            />
          )}
        </Field>
        <Field name="order" label={tOrder('label')} className="sm:w-52">
          {(control) => (
            <Select
              {...control}
              defaultValue={filter.order}
              options={(['name', 'state'] as const).map((value) => ({ value, label: tOrder(value) }))}
            />
          )}
        </Field>
      </FilterBar>
    </div>
  );
}
