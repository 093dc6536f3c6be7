import { useTranslations } from 'next-intl';
import { GroupRows } from '#components/statement/group-rows.tsx';
import { statementHref } from '#components/statement/statement-address.ts';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { SumRows } from '#components/statement/sum-rows.tsx';
import { Example } from '#components/ui/amount.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Cell, ColumnHead, Row, Table, TableBody, TableHead } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { MOST_PRINTED, type StatementView } from '#lib/domain/statement/statement-view.ts';
import type { StatementQuery } from '#lib/schemas/statement.ts';

interface PaidSectionProps {
  view: StatementView;
  reader: StatementReader;
  query: StatementQuery;
}

/** What is paid: each group with its sum, and the lines of those that are open. */
export function PaidSection({ view, reader, query }: PaidSectionProps) {
  const t = useTranslations('statement.paid');
  return (
    <PageSection
      title={reader.isProvider ? t('title') : t('titlePayer')}
      note={t('note', { count: view.lineCount })}
      ownPage={query.all}
    >
      <Sheet className="p-4 md:p-6">
        <Table caption={t('caption')} captionHidden>
          <TableHead>
            <Row>
              <ColumnHead>{t('what')}</ColumnHead>
              <ColumnHead>{t('quantity')}</ColumnHead>
              <ColumnHead>
                <span className="no-print sr-only">{t('lines')}</span>
              </ColumnHead>
              <ColumnHead numeric>
                {t('amount')}
                <span className="block">
                  <Example />
                </span>
              </ColumnHead>
            </Row>
          </TableHead>
          {view.groups.map((group) => (
            <GroupRows key={group.id} group={group} view={view} reader={reader} query={query} />
          ))}
          {view.groups.length === 0 && (
            <TableBody>
              <Row>
                <Cell colSpan={4}>{t('empty')}</Cell>
              </Row>
            </TableBody>
          )}
          <SumRows view={view} />
        </Table>
      </Sheet>
      <PrintChoice view={view} reader={reader} query={query} />
    </PageSection>
  );
}

/** Paper has no groups to open: all lines at once, as far as a page holds them. */
function PrintChoice({ view, reader, query }: PaidSectionProps) {
  const t = useTranslations('statement.group');
  const isPart = view.lines.items.length < view.lineCount;
  if (!isPart && !query.all) return null;
  if (view.lineCount > MOST_PRINTED) return <p className="mt-4 text-xs text-ink-2">{t('tooMany')}</p>;
  return (
    <p className="no-print mt-4 text-xs">
      <TextLink href={statementHref(reader.base, { all: query.all ? null : '1' })}>
        {query.all ? t('showSome') : t('showAll')}
      </TextLink>
    </p>
  );
}
