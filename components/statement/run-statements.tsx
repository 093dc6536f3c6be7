import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/filter-bar.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { Paged, StatementRow } from '#lib/domain/statement/statement-view.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import { RUN_STATEMENT_ORDERS, type RunStatementsQuery } from '#lib/schemas/statement.ts';

interface RunStatementsProps {
  runId: string;
  statements: Paged<StatementRow>;
  query: RunStatementsQuery;
  /** Where a statement stands on its way to being paid. */
  stateOf: (statement: StatementRow) => ReactNode;
}

function hrefOf(runId: string, query: RunStatementsQuery): string {
  const search = new URLSearchParams();
  if (query.q !== '') search.set('q', query.q);
  if (query.order !== 'name') search.set('order', query.order);
  if (query.page > 1) search.set('page', String(query.page));
  const text = search.toString();
  return `/payments/runs/${runId}${text === '' ? '' : `?${text}`}`;
}

/** The statements of a run: searched, sorted, a page at a time. */
export function RunStatements({ runId, statements, query, stateOf }: RunStatementsProps) {
  const t = useTranslations('statement.run');
  const path = `/payments/runs/${runId}`;
  return (
    <PageSection title={t('statements')} note={t('statementsNote')}>
      {(statements.total > 0 || query.q !== '') && (
        <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <SearchField action={path} label={t('search')} value={query.q}>
            {query.order !== 'name' && <input type="hidden" name="order" value={query.order} />}
          </SearchField>
          <ViewSwitch
            views={RUN_STATEMENT_ORDERS.map((order) => ({
              href: hrefOf(runId, { ...query, order, page: 1 }),
              words: t(`order.${order}`),
              current: order === query.order,
            }))}
          />
        </div>
      )}
      {statements.total === 0 ? (
        <EmptyState action={query.q !== '' && <LinkAction href={path}>{t('clear')}</LinkAction>}>
          {query.q === '' ? t('none') : t('noneFound')}
        </EmptyState>
      ) : (
        <StatementsTable statements={statements} stateOf={stateOf} />
      )}
      <Pagination
        page={statements.page}
        pages={statements.pages}
        hrefOf={(page) => hrefOf(runId, { ...query, page })}
      />
    </PageSection>
  );
}

function StatementsTable({ statements, stateOf }: Pick<RunStatementsProps, 'statements' | 'stateOf'>) {
  const t = useTranslations('statement.run');
  const example = <Example />;
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={statements.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'provider',
            head: t('provider'),
            cell: ({ id, provider }) => (
              <>
                <TextLink href={`/payments/statements/${id}`}>{provider.name}</TextLink>
                <small>{formatOrgNo(provider.orgNo)}</small>
              </>
            ),
          },
          { key: 'state', head: t('state'), cell: stateOf },
          { key: 'lines', head: t('lines'), numeric: true, cell: ({ lineCount }) => lineCount },
          {
            key: 'net',
            head: t('net'),
            unit: example,
            numeric: true,
            cell: ({ sums }) => <Amount value={sums.netOre} exact />,
          },
          {
            key: 'carried',
            head: t('carried'),
            unit: example,
            numeric: true,
            cell: ({ sums }) => <Amount value={sums.balanceOutOre} exact />,
          },
          {
            key: 'payable',
            head: t('payable'),
            unit: example,
            numeric: true,
            cell: ({ sums }) => <Amount value={sums.payableOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
