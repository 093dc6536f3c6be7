import { useLocale, useTranslations } from 'next-intl';
import { DisputeTable } from '#components/statement/answer/dispute-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/filter-bar.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { DisputeRow } from '#lib/domain/statement/dispute-view.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import type { DisputeListQuery } from '#lib/schemas/statement-answer.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const BASE = '/review/disputes';

function hrefOf(filter: DisputeListQuery, change: Partial<DisputeListQuery>): string {
  const { q, show, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (show !== 'open') search.set('show', show);
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? BASE : `${BASE}?${search.toString()}`;
}

interface DisputeQueueProps {
  disputes: Paged<DisputeRow>;
  /** Open ones, whatever is searched for. */
  open: number;
  filter: DisputeListQuery;
}

/** All providers' disputes: those that are open, the oldest first, or those that were closed. */
export function DisputeQueue({ disputes, open, filter }: DisputeQueueProps) {
  const t = useTranslations('statement-answer.queue');
  const locale = useLocale();
  const { show, q } = filter;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { open })} />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={(['open', 'closed'] as const).map((view) => ({
              href: hrefOf(filter, { show: view }),
              words: t(view),
              current: view === show,
            }))}
          />
          <SearchField action={BASE} label={t('search')} value={q}>
            <input type="hidden" name="show" value={show} />
          </SearchField>
        </div>
        <div className="mt-6">
          {disputes.items.length === 0 ? (
            <EmptyState
              action={
                q === '' ? undefined : (
                  <LinkAction href={hrefOf(filter, { q: '' })}>{t('showAll')}</LinkAction>
                )
              }
            >
              {t(q === '' ? (show === 'open' ? 'empty' : 'emptyClosed') : 'emptyFound')}
            </EmptyState>
          ) : (
            <DisputeTable
              disputes={disputes.items}
              isProvider={false}
              caption={t('caption')}
              hrefOf={({ id }) => `${BASE}/${id}`}
              more={[
                {
                  key: 'provider',
                  head: t('provider'),
                  cell: ({ providerName, cutOff }) => (
                    <>
                      {providerName}
                      <small className="block">{t('statement', { date: formatDate(cutOff, locale) })}</small>
                    </>
                  ),
                },
              ]}
            />
          )}
        </div>
        <Pagination page={disputes.page} pages={disputes.pages} hrefOf={(page) => hrefOf(filter, { page })} />
      </Sheet>
    </>
  );
}
