import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { QueueTable } from '#components/review/queue-table.tsx';
import type { ReviewQueue } from '#lib/domain/review/review-queue.ts';
import type { ReviewQueueInput } from '#lib/schemas/review.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly queue: ReviewQueue;
  readonly filter: ReviewQueueInput;
  readonly today: PlainDate;
  readonly personId: string;
};

/** The address of the queue with some of its filters changed; what stands at its default is left out. */
function queueHref(filter: ReviewQueueInput, change: Partial<ReviewQueueInput>): string {
  const { q, area, show, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (area !== '') search.set('area', area);
  if (show !== 'all') search.set('show', show);
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? '/review' : `/review?${search.toString()}`;
}

const SHOWN = ['all', 'free', 'mine', 'holds', 'overdue'] as const;

/** What waits for a decision, and ways to find one's own part of it. */
export function QueueView({ queue, filter, today, personId }: Props) {
  const t = useTranslations('review.queue');
  const isFiltered = filter.q !== '' || filter.area !== '' || filter.show !== 'all';
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { total: queue.total, overdue: queue.overdue })} />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={SHOWN.map((show) => ({
              href: queueHref(filter, { show }),
              words: t(show),
              current: show === filter.show,
            }))}
          />
          <FilterBar action="/review" label={t('filter')} clearHref={isFiltered ? '/review' : undefined}>
            <input type="hidden" name="show" value={filter.show} />
            <Field name="q" label={t('search')} className="sm:w-100">
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
                  options={queue.areas.map((area) => ({ value: area, label: area }))}
                />
              )}
            </Field>
          </FilterBar>
        </div>
        <div className="mt-6">
          {queue.reports.length === 0 ? (
            <EmptyState
              action={isFiltered ? <LinkAction href="/review">{t('showAll')}</LinkAction> : undefined}
            >
              {isFiltered ? t('emptyFiltered') : t('empty')}
            </EmptyState>
          ) : (
            <QueueTable queue={queue} today={today} personId={personId} />
          )}
        </div>
        <Pagination
          page={queue.page}
          pages={Math.ceil(queue.total / queue.pageSize)}
          hrefOf={(page) => queueHref(filter, { page })}
        />
      </Sheet>
    </>
  );
}
