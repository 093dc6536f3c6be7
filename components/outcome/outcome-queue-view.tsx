import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { OutcomeQueue, QueuedOutcome } from '#lib/domain/outcome/outcome-page.ts';

const PATH = '/review/outcomes';
const VIEWS = ['all', 'awaiting', 'due'] as const;
type Show = (typeof VIEWS)[number];

type Props = { readonly queue: OutcomeQueue; readonly show: Show };

function hrefOf(show: Show, page = 1): string {
  const search = new URLSearchParams();
  if (show !== 'all') search.set('show', show);
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? PATH : `${PATH}?${search.toString()}`;
}

/** Outcomes that ask for a reviewer, in the order in which they should be taken. */
export function OutcomeQueueView({ queue, show }: Props) {
  const t = useTranslations('outcome.queue');
  const words = useTranslations('outcome.type');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { awaiting: queue.awaiting, due: queue.due })} />
      <Sheet className="p-6 max-md:px-4">
        <ViewSwitch
          views={VIEWS.map((view) => ({ href: hrefOf(view), words: t(view), current: view === show }))}
        />
        {queue.outcomes.length === 0 ? (
          <div className="mt-6">
            <EmptyState>{t('empty')}</EmptyState>
          </div>
        ) : (
          <DataTable<QueuedOutcome>
            className="mt-6"
            caption={t('caption')}
            captionHidden
            rows={queue.outcomes}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'participant',
                head: t('participant'),
                cell: ({ id, participantName, level, type }) => (
                  <>
                    <TextLink href={`${PATH}/${id}`}>{participantName}</TextLink>
                    <small className="block text-ink-3">{t('what', { type: words(type), level })}</small>
                  </>
                ),
              },
              { key: 'provider', head: t('provider'), cell: ({ providerName }) => providerName },
              {
                key: 'why',
                head: t('why'),
                cell: ({ why }) => (
                  <Status tone={why === 'due' ? 'warn' : 'wait'}>{t(`because.${why}`)}</Status>
                ),
              },
              { key: 'day', head: t('day'), cell: ({ day }) => <DateText date={day} /> },
              {
                key: 'now',
                head: t('now'),
                unit: <Example />,
                numeric: true,
                cell: ({ nowOre }) => <Amount value={nowOre} />,
              },
              {
                key: 'later',
                head: t('later'),
                numeric: true,
                cell: ({ laterOre }) => <Amount value={laterOre} />,
              },
            ]}
          />
        )}
        <Pagination
          page={queue.page}
          pages={Math.ceil(queue.total / queue.pageSize)}
          hrefOf={(page) => hrefOf(show, page)}
        />
      </Sheet>
    </>
  );
}
