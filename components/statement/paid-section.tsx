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
}

export function PaidSection({ view, reader }: PaidSectionProps) {
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
              <ColumnHead>
                <span className="sr-only">{t('lines')}</span>
              </ColumnHead>
              <ColumnHead numeric>
                {t('amount')} <Example />
              </ColumnHead>
            </Row>
          </TableHead>
          {view.groups.map((group) => (
            <GroupRows key={group.id} group={group} view={view} reader={reader} />
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
