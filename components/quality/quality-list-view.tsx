import { useTranslations } from 'next-intl';
import { QualityFilters } from '#components/quality/quality-filters.tsx';
import { QualityFreshness } from '#components/quality/quality-freshness.tsx';
import { QUALITY_LIST_PAGE, QUALITY_PAGE, qualityListHref } from '#components/quality/quality-href.ts';
import { QualityTable } from '#components/quality/quality-table.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { QualityList } from '#lib/domain/quality/quality-view.ts';
import { QUALITY_STATES } from '#lib/domain/quality/standing.ts';
import type { QualityListInput } from '#lib/schemas/quality.ts';

type Props = {
  readonly list: QualityList;
  readonly filter: QualityListInput;
};

/** Participants by what is most urgent, and ways to find some of them. */
export function QualityListView({ list, filter }: Props) {
  const t = useTranslations('quality');
  const tUi = useTranslations('ui');
  const isFiltered = qualityListHref({ ...filter, page: 1 }) !== QUALITY_LIST_PAGE;
  return (
    <>
      <Breadcrumbs above={[{ href: QUALITY_PAGE, words: t('title') }]} here={t('list.title')} />
      <PageHeading title={t('list.title')} lead={t('list.lead')}>
        <QualityFreshness basis={list} />
      </PageHeading>
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={(['', ...QUALITY_STATES] as const).map((state) => ({
              href: qualityListHref({ ...filter, state, page: 1 }),
              words: state === '' ? t('stateAll') : t(`state.${state}`),
              count: list.counts[state === '' ? 'all' : state],
              current: filter.state === state,
            }))}
          />
          <QualityFilters list={list} filter={filter} />
          <div className="no-print flex flex-wrap gap-2">
            <LinkAction
              look="plain"
              icon="download"
              href={qualityListHref({ ...filter, page: 1 }, '/api/provider/quality/csv')}
            >
              {t('csv')}
            </LinkAction>
            <PrintButton>{tUi('print')}</PrintButton>
          </div>
        </div>
        <div className="mt-6">
          {list.rows.length === 0 ? (
            <EmptyState
              action={
                isFiltered ? <LinkAction href={QUALITY_LIST_PAGE}>{t('list.clear')}</LinkAction> : undefined
              }
            >
              {t(isFiltered ? 'list.empty' : 'list.none')}
            </EmptyState>
          ) : (
            <QualityTable rows={list.rows} filter={filter} manyOffices={list.offices.length > 1} />
          )}
        </div>
        <Pagination
          page={list.page}
          pages={Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => qualityListHref({ ...filter, page })}
        />
      </Sheet>
    </>
  );
}
