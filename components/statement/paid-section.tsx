import { useTranslations } from 'next-intl';
import { GroupRows } from '#components/statement/group-rows.tsx';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { SumRows } from '#components/statement/sum-rows.tsx';
import { Example } from '#components/ui/amount.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Cell, ColumnHead, Row, Table, TableBody, TableHead } from '#components/ui/table.tsx';
import type { StatementView } from '#lib/domain/statement/statement-view.ts';

interface PaidSectionProps {
  view: StatementView;
  reader: StatementReader;
  /** The group whose lines were asked for. */
  show: string | null;
}

/** What is paid: each group with its sum, and the lines of those that are open. */
export function PaidSection({ view, reader, show }: PaidSectionProps) {
  const t = useTranslations('statement.paid');
  return (
    <PageSection
      title={reader.isProvider ? t('title') : t('titlePayer')}
      note={t('note', { count: view.lineCount })}
    >
      <Sheet className="p-4 md:p-6">
        <Table caption={t('caption')} captionHidden>
          <TableHead>
            <Row>
              <ColumnHead>{t('what')}</ColumnHead>
              <ColumnHead>{t('quantity')}</ColumnHead>
              <ColumnHead className="no-print">
                <span className="sr-only">{t('lines')}</span>
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
            <GroupRows
              key={group.id}
              group={group}
              view={view}
              reader={reader}
              isAskedFor={group.id === show}
            />
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
    </PageSection>
  );
}
