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
import type { ListedOutcome, OutcomeList } from '#lib/domain/outcome/provider-outcome.ts';
import type { OutcomeStep } from '#lib/domain/outcome/outcome-steps.ts';

const TONES = {
  signalAwaits: 'wait',
  signalReturned: 'warn',
  report: 'warn',
  reportAwaits: 'wait',
  reportReturned: 'warn',
  rejected: 'stop',
  notPayable: 'stop',
  milestone: 'wait',
  evidence: 'warn',
  done: 'ok',
} as const satisfies Readonly<Record<OutcomeStep['kind'], string>>;

/** Where the next step is taken. */
function hrefOf({ placementId, outcomeId, signalId, step }: ListedOutcome): string {
  if (outcomeId !== null) return `/provider/outcomes/${outcomeId}`;
  return step.kind === 'report'
    ? `/provider/outcomes/new?placement=${placementId}`
    : `/provider/documents/${signalId ?? ''}`;
}

/** The office's signals and outcomes, by what comes next. */
export function OutcomeListView({
  list,
  seeMoney,
}: {
  readonly list: OutcomeList;
  readonly seeMoney: boolean;
}) {
  const t = useTranslations('outcome');
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <Sheet className="p-6 max-md:px-4">
        {list.outcomes.length === 0 ? (
          <EmptyState>{t('list.empty')}</EmptyState>
        ) : (
          <DataTable<ListedOutcome>
            caption={t('list.caption')}
            captionHidden
            rows={list.outcomes}
            rowKey={({ placementId }) => placementId}
            columns={[
              {
                key: 'participant',
                head: t('list.participant'),
                cell: (row) => (
                  <>
                    <TextLink href={hrefOf(row)}>{row.participantName}</TextLink>
                    <small className="block text-ink-3">
                      {t(`type.${row.type}`)}, {row.officeName}
                    </small>
                  </>
                ),
              },
              {
                key: 'next',
                head: t('list.next'),
                cell: ({ step }) => <Status tone={TONES[step.kind]}>{t(`step.${step.kind}`)}</Status>,
              },
              {
                key: 'day',
                head: t('list.day'),
                cell: ({ step }) => (step.day === null ? t('list.noDay') : <DateText date={step.day} />),
              },
              ...(seeMoney
                ? [
                    {
                      key: 'awaited',
                      head: t('list.awaited'),
                      unit: <Example />,
                      numeric: true,
                      cell: ({ awaitedOre }: ListedOutcome) =>
                        awaitedOre === null ? null : <Amount value={awaitedOre} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
        <Pagination
          page={list.page}
          pages={Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => (page === 1 ? '/provider/outcomes' : `/provider/outcomes?page=${page}`)}
        />
      </Sheet>
    </>
  );
}
