import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { MonthText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import {
  Cell,
  ColumnHead,
  Row,
  RowHead,
  Table,
  TableBody,
  TableHead,
  TableSum,
} from '#components/ui/table.tsx';
import type { ComparedRow, StatementChanges } from '#lib/domain/statement/statement-changes.ts';
import { type Ore, ore, ZERO_ORE } from '#lib/shared/money.ts';

interface AmountsProps {
  beforeOre: Ore;
  nowOre: Ore;
  className?: string;
}

function Amounts({ beforeOre, nowOre, className }: AmountsProps) {
  const t = useTranslations('statement.changes');
  return (
    <>
      <Cell numeric label={t('before')} className={className}>
        <Amount value={beforeOre} exact />
      </Cell>
      <Cell numeric label={t('now')} className={className}>
        <Amount value={nowOre} exact />
      </Cell>
      <Cell numeric label={t('difference')} className={className}>
        <Amount value={ore(nowOre - beforeOre)} exact signed />
      </Cell>
    </>
  );
}

function RowsOf({ row }: { row: ComparedRow }) {
  const t = useTranslations('statement');
  const what = t(`component.${row.component}`);
  return (
    <TableBody>
      <Row>
        <RowHead className="font-bold">
          {row.correction ? t('changes.correction', { what: what.toLowerCase() }) : what}
        </RowHead>
        <Amounts {...row} className="font-bold" />
      </Row>
      {row.months.map(({ month, beforeOre, nowOre }) => (
        <Row key={month} className="text-ink-2">
          <RowHead className="font-normal">
            <MonthText month={month} />
          </RowHead>
          <Amounts beforeOre={beforeOre} nowOre={nowOre} />
        </Row>
      ))}
    </TableBody>
  );
}

/** Two statements side by side: each component with its months, and the sums. */
export function ComparedTable({ changes }: { changes: StatementChanges }) {
  const t = useTranslations('statement.changes');
  const { rows, previous, netOre } = changes;
  return (
    <Sheet className="px-4 py-4 md:px-6">
      <Table caption={t('comparedCaption')} captionHidden>
        <TableHead>
          <Row>
            <ColumnHead>{t('what')}</ColumnHead>
            {(['before', 'now', 'difference'] as const).map((head) => (
              <ColumnHead key={head} numeric>
                {t(head)}
                <span className="block">
                  <Example />
                </span>
              </ColumnHead>
            ))}
          </Row>
        </TableHead>
        {rows.map((row) => (
          <RowsOf key={`${row.component} ${row.correction}`} row={row} />
        ))}
        <TableSum>
          <Row>
            <RowHead>{t('net')}</RowHead>
            <Amounts beforeOre={previous?.netOre ?? ZERO_ORE} nowOre={netOre} />
          </Row>
        </TableSum>
      </Table>
    </Sheet>
  );
}
