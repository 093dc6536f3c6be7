import { useLocale, useTranslations } from 'next-intl';
import { MonthHead } from '#components/reporting/month-head.tsx';
import { monthHref } from '#components/reporting/month-href.ts';
import { MonthTable } from '#components/reporting/month-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { MonthOverview } from '#lib/domain/report/month-overview.ts';
import type { MonthOverviewInput } from '#lib/schemas/report.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

type Props = {
  readonly overview: MonthOverview;
  readonly filter: MonthOverviewInput;
  readonly seesMoney: boolean;
};

/** The month of an office: how far it has come, and a row for each participant. */
export function MonthView({ overview, filter, seesMoney }: Props) {
  const t = useTranslations('reporting.month');
  const locale = useLocale();
  const isFiltered = filter.q !== '' || filter.office !== '' || filter.mine !== '' || filter.state !== 'all';
  return (
    <>
      <MonthHead overview={overview} seesMoney={seesMoney} />
      <section aria-label={t('participants')} className="mt-8">
        <Sheet className="p-5 max-md:px-4">
          <Filters overview={overview} filter={filter} />
          <div className="mt-4">
            {overview.rows.length === 0 ? (
              <EmptyState
                action={
                  isFiltered ? (
                    <LinkAction href={`/provider/months/${overview.month}`}>{t('showAll')}</LinkAction>
                  ) : undefined
                }
              >
                {isFiltered ? t('emptyFiltered') : t('empty', { month: formatMonth(overview.month, locale) })}
              </EmptyState>
            ) : (
              <MonthTable overview={overview} seesMoney={seesMoney} />
            )}
          </div>
          <Pagination
            page={overview.page}
            pages={Math.ceil(overview.total / overview.pageSize)}
            hrefOf={(page) => monthHref(filter, { page })}
          />
        </Sheet>
      </section>
    </>
  );
}

const STATES = ['all', 'toDo', 'sendable'] as const;

function Filters({ overview, filter }: Pick<Props, 'overview' | 'filter'>) {
  const t = useTranslations('reporting.month');
  const { counts, sums, offices } = overview;
  const sent = counts.submitted + counts.inReview + counts.approved + counts.rejected;
  const count = { all: sums.participants, toDo: sums.participants - sent, sendable: sums.sendable };
  const isSearched = filter.q !== '' || filter.office !== '' || filter.mine !== '';
  return (
    <div className="no-print grid gap-4">
      <ViewSwitch
        views={STATES.map((state) => ({
          href: monthHref(filter, { state }),
          words: t(`show.${state}`),
          count: count[state],
          current: filter.state === state,
        }))}
      />
      <FilterBar
        action={`/provider/months/${filter.month}`}
        label={t('filter')}
        clearHref={isSearched ? monthHref(filter, { q: '', office: '', mine: '' }) : undefined}
      >
        <input type="hidden" name="state" value={filter.state} />
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
        <Field name="mine" label={t('whose')} className="sm:w-44">
          {(control) => (
            <Select
              {...control}
              defaultValue={filter.mine}
              empty={t('everyone')}
              options={[{ value: '1', label: t('mine') }]}
            />
          )}
        </Field>
      </FilterBar>
    </div>
  );
}
