import { useLocale, useTranslations } from 'next-intl';
import { CutOffForm } from '#components/statement/cut-off-form.tsx';
import { RunStateText } from '#components/statement/run-state.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Card, Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ProposedCutOff } from '#lib/domain/statement/cut-off.ts';
import type { Paged, RunView } from '#lib/domain/statement/statement-view.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface RunsViewProps {
  runs: Paged<RunView>;
  latest: RunView | null;
  next: ProposedCutOff;
  today: PlainDate;
}

/** The payer's first page: what needs doing now, then the runs there are. */
export function RunsView({ runs, latest, next, today }: RunsViewProps) {
  const t = useTranslations('statement.runs');
  const words = useNextStep(latest, next, today);
  const isEnded = latest === null || latest.state === 'proposed';
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {isEnded ? (
        <Card title={t('startTitle')} className="max-w-measure">
          <CutOffForm cutOff={next.cutOff <= today ? next.cutOff : today} today={today} />
        </Card>
      ) : (
        <LinkAction look="go" big href={`/payments/runs/${latest.id}`}>
          {t('open')}
        </LinkAction>
      )}
      <PageSection title={t('earlier')} note={t('earlierNote')}>
        {runs.total === 0 ? <EmptyState>{t('empty')}</EmptyState> : <RunsTable runs={runs} />}
        <Pagination page={runs.page} pages={runs.pages} hrefOf={(page) => `/payments?page=${page}`} />
      </PageSection>
    </>
  );
}

function useNextStep(latest: RunView | null, next: ProposedCutOff, today: PlainDate) {
  const t = useTranslations('statement.runs');
  const locale = useLocale();
  if (latest?.state === 'running') return { title: t('titleRunning'), lead: t('leadRunning') };
  if (latest?.state === 'stopped') return { title: t('titleStopped'), lead: t('leadStopped') };
  const date = formatDate(next.cutOff, locale);
  const month = formatMonth(next.month, locale);
  if (next.cutOff > today) return { title: t('titleNext', { date }), lead: t('leadNext', { month }) };
  if (latest === null) return { title: t('titleDue'), lead: t('leadFirst', { month, date }) };
  const last = formatDate(latest.cutOff, locale);
  return { title: t('titleDue'), lead: t('leadDue', { month, date, last }) };
}

function RunsTable({ runs }: { runs: Paged<RunView> }) {
  const t = useTranslations('statement.runs');
  const locale = useLocale();
  const example = <Example />;
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('earlier')}
        captionHidden
        rows={runs.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'cutOff',
            head: t('cutOff'),
            cell: ({ id, cutOff, startedBy }) => (
              <>
                <TextLink href={`/payments/runs/${id}`}>{formatDate(cutOff, locale)}</TextLink>
                {startedBy !== null && <small>{t('startedBy', { name: startedBy })}</small>}
              </>
            ),
          },
          { key: 'state', head: t('state'), cell: (run) => <RunStateText run={run} /> },
          {
            key: 'statements',
            head: t('statements'),
            numeric: true,
            cell: ({ statements }) => statements,
          },
          {
            key: 'net',
            head: t('net'),
            unit: example,
            numeric: true,
            cell: ({ netOre }) => <Amount value={netOre} exact />,
          },
          {
            key: 'payable',
            head: t('payable'),
            unit: example,
            numeric: true,
            cell: ({ payableOre }) => <Amount value={payableOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
