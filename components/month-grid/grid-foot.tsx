import { useTranslations } from 'next-intl';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { useTotals } from '#components/month-grid/use-store.ts';
import { Amount } from '#components/ui/amount.tsx';
import { Cell, Row, RowHead, TableSum } from '#components/ui/table.tsx';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { MinutesField } from '#lib/domain/month-grid/grid-field.ts';

/** Sums over all rows that the filters leave, on every page of them, as they stand while somebody types. */
export function GridFoot({ columns }: { readonly columns: readonly MinutesField[] }) {
  const t = useTranslations('reporting.table');
  const { seesMoney } = useGridTools();
  const totals = useTotals();
  const share = totals.support === 0 ? null : Math.floor((100 * totals.onSite) / totals.support);
  return (
    <TableSum>
      <Row>
        <RowHead className="grid-name">
          {t('all')}
          <small>{t('groupCount', { count: totals.participants })}</small>
        </RowHead>
        {columns.map((field) => (
          <Cell key={field} numeric className="cell-box">
            {hoursAsClock(totals.minutesByColumn[field] ?? 0)}
          </Cell>
        ))}
        <Cell numeric className="cell-box">
          {totals.jobSuggestions}
        </Cell>
        <Cell className="cell-box">{t('languages', { count: totals.languageSupport })}</Cell>
        <Cell className="cell-box" />
        <Cell numeric label={t('support')}>
          {hoursAsClock(totals.support)}
        </Cell>
        <Cell numeric label={t('onSite')}>
          {share === null ? '–' : t('share', { share })}
        </Cell>
        <Cell className="grid-state max-md:hidden" />
        {seesMoney && (
          <Cell numeric label={t('amount')} className="grid-pay">
            <Amount value={totals.possibleOre} bare />
          </Cell>
        )}
      </Row>
    </TableSum>
  );
}
