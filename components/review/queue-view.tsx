import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QueueAreas } from '#components/review/queue-areas.tsx';
import { isFiltered, QueueFilters } from '#components/review/queue-filters.tsx';
import { QueueTable } from '#components/review/queue-table.tsx';
import { ReviewKeys } from '#components/review/review-keys.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { CASE_KINDS } from '#lib/domain/review/case.ts';
import { isApprovableTogether, QUEUE_VIEWS, type ReviewQueue } from '#lib/domain/review/review-queue.ts';
import { MOST_TOGETHER, queueHref, queueSearch, type ReviewQueueInput } from '#lib/schemas/review-bench.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly queue: ReviewQueue;
  readonly filter: ReviewQueueInput;
  readonly today: PlainDate;
  readonly personId: string;
  /** What has just been decided, where somebody comes from that. */
  readonly done?: ReactNode;
};

/** What waits for a decision, of all kinds, and ways to find one's own part of it. */
export function QueueView({ queue, filter, today, personId, done }: Props) {
  const t = useTranslations('review-bench');
  const { counts, total } = queue;
  return (
    <>
      {done}
      <PageHeading title={t('title')} lead={t('lead', { total: counts.all, overdue: counts.overdue })} />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            label={t('views')}
            views={QUEUE_VIEWS.map((show) => ({
              href: queueHref(filter, { show }),
              words: t(`view.${show}`),
              count: counts[show],
              current: show === filter.show,
            }))}
          />
          <ViewSwitch
            label={t('kinds')}
            views={(['', ...CASE_KINDS] as const).map((kind) => ({
              href: queueHref(filter, { kind }),
              words: t(`kind.${kind === '' ? 'all' : kind}`),
              count: kind === '' || filter.kind !== '' ? undefined : counts[kind],
              current: kind === filter.kind,
            }))}
          />
          <QueueFilters queue={queue} filter={filter} />
          <QueueAreas ownAreas={queue.ownAreas} filter={filter} />
        </div>
        <div className="mt-6">
          {total === 0 ? <Empty filter={filter} /> : <Lines {...{ queue, filter, today, personId }} />}
        </div>
        <Pagination
          page={queue.page}
          pages={Math.ceil(total / queue.pageSize)}
          hrefOf={(page) => queueHref(filter, { page })}
        />
        {total > 0 && (
          <div className="no-print mt-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-ink-2">
            <p>{t.rich('atRisk', { total, amount: () => <Amount value={queue.amountOre} /> })}</p>
            <TextLink href={`/api/review/queue/csv?${queueSearch(filter)}`}>{t('csv')}</TextLink>
          </div>
        )}
      </Sheet>
      <ReviewKeys keys={['next', 'previous', 'open', 'choose', 'list']} />
    </>
  );
}

function Empty({ filter }: Pick<Props, 'filter'>) {
  const t = useTranslations('review-bench');
  const narrowed = isFiltered(filter) || filter.show !== 'all';
  return (
    <EmptyState action={narrowed ? <LinkAction href="/review">{t('showAll')}</LinkAction> : undefined}>
      {narrowed ? t('emptyFiltered') : t('empty')}
    </EmptyState>
  );
}

/** The list as a form: what is chosen in it is read through on the next page before it is approved. */
function Lines({ queue, filter, today, personId }: Omit<Props, 'done'>) {
  const t = useTranslations('review-bench.together');
  const some = queue.cases.some(isApprovableTogether);
  const search = queueSearch(filter);
  return (
    <form method="get" action="/review/together">
      <input type="hidden" name="queue" value={search} />
      <QueueTable queue={queue} filter={filter} today={today} personId={personId} />
      {some && (
        <div className="no-print mt-6 grid justify-items-start gap-2">
          <p className="text-xs text-ink-3">{t('hint', { most: MOST_TOGETHER })}</p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button>{t('start')}</Button>
            <TextLink
              href={`/review/together?${new URLSearchParams({ queue: search, all: '1' }).toString()}`}
            >
              {t('startAll')}
            </TextLink>
          </div>
        </div>
      )}
    </form>
  );
}
