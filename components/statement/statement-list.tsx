import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Paged, StatementRow } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const BASE = '/provider/statements';

interface StatementListProps {
  statements: Paged<StatementRow>;
  /** Where a statement stands on its way to being paid. */
  stateOf: (statement: StatementRow) => ReactNode;
}

/** The provider's statements, the latest first. */
export function StatementList({ statements, stateOf }: StatementListProps) {
  const t = useTranslations('statement');
  const locale = useLocale();
  const example = <Example />;
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      {statements.total === 0 ? (
        <EmptyState>{t('list.empty')}</EmptyState>
      ) : (
        <Sheet className="px-4 pt-4 pb-1 md:px-6">
          <DataTable
            caption={t('list.caption')}
            captionHidden
            rows={statements.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'statement',
                head: t('list.statement'),
                cell: ({ id, cutOff }) => (
                  <TextLink href={`${BASE}/${id}`}>
                    {t('view.title', { date: formatDate(cutOff, locale) })}
                  </TextLink>
                ),
              },
              {
                key: 'proposed',
                head: t('list.proposed'),
                cell: ({ proposedAt }) => proposedAt !== null && <InstantText instant={proposedAt} />,
              },
              { key: 'state', head: t('list.state'), cell: stateOf },
              { key: 'lines', head: t('list.lines'), numeric: true, cell: ({ lineCount }) => lineCount },
              {
                key: 'net',
                head: t('list.net'),
                unit: example,
                numeric: true,
                cell: ({ sums }) => <Amount value={sums.netOre} exact />,
              },
              {
                key: 'carried',
                head: t('list.carried'),
                unit: example,
                numeric: true,
                cell: ({ sums }) => <Amount value={sums.balanceOutOre} exact />,
              },
              {
                key: 'payable',
                head: t('list.payable'),
                unit: example,
                numeric: true,
                cell: ({ sums }) => <Amount value={sums.payableOre} exact />,
              },
            ]}
          />
        </Sheet>
      )}
      <Pagination page={statements.page} pages={statements.pages} hrefOf={(page) => `${BASE}?page=${page}`} />
    </>
  );
}
