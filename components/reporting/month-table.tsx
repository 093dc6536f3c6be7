import { useLocale, useTranslations } from 'next-intl';
import { type MonthColumns, monthColumns } from '#components/reporting/month-columns.ts';
import { MonthLine, WIDE_ONLY } from '#components/reporting/month-line.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
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
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { MONTH_GROUPS, type MonthGroup, monthGroupOf } from '#lib/domain/report/month-group.ts';
import type { MonthOverview } from '#lib/domain/report/month-overview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

// oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-redundant-roles -- a div that
// scrolls; and roles are said aloud, as in the parts of every table that stacks.

type Props = {
  readonly overview: Pick<MonthOverview, 'month' | 'rows' | 'counts' | 'sums'>;
  readonly seesMoney: boolean;
};

/** A row for each participant, in groups by what is left to do, and the sums of the whole. */
export function MonthTable({ overview, seesMoney }: Props) {
  const t = useTranslations('reporting.table');
  const locale = useLocale();
  const columns = monthColumns(overview.sums);
  const width = 6 + columns.own.length + (columns.other.length > 0 ? 1 : 0) + (seesMoney ? 1 : 0);
  const groups = MONTH_GROUPS.map((group) => ({
    group,
    rows: overview.rows.filter(({ state }) => monthGroupOf(state) === group),
  })).filter(({ rows }) => rows.length > 0);
  const caption = t('caption', { month: formatMonth(overview.month, locale) });
  return (
    // Between a phone and a desk it moves sideways; focus, so that a keyboard can move it.
    <div
      className="wide-paper md:overflow-x-auto print:overflow-visible"
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <Table caption={caption} captionHidden className="md:[&_:is(td,th)]:px-1.5">
        <Heads columns={columns} seesMoney={seesMoney} />
        {groups.map(({ group, rows }) => (
          <TableBody key={group}>
            <Row>
              <th role="rowheader" scope="rowgroup" colSpan={width} className="pt-6! text-base">
                {t(`group.${group}`)}{' '}
                <span className="font-normal text-ink-2">
                  {t('groupCount', { count: countOf(overview, group) })}
                </span>
              </th>
            </Row>
            {rows.map((row) => (
              <MonthLine
                key={row.placementId}
                row={row}
                month={overview.month}
                columns={columns}
                seesMoney={seesMoney}
              />
            ))}
          </TableBody>
        ))}
        <Sums overview={overview} columns={columns} seesMoney={seesMoney} />
      </Table>
    </div>
  );
}

function countOf({ counts }: Props['overview'], group: MonthGroup): number {
  return Object.entries(counts).reduce(
    (sum, [state, count]) => sum + (monthGroupOf(state as MonthRow['state']) === group ? count : 0),
    0,
  );
}

type HeadProps = { readonly columns: MonthColumns; readonly seesMoney: boolean };

function Heads({ columns, seesMoney }: HeadProps) {
  const t = useTranslations('reporting.table');
  const unit = <span className="block font-normal text-ink-3">{t('clock')}</span>;
  return (
    <TableHead>
      <Row>
        <ColumnHead>{t('participant')}</ColumnHead>
        {columns.own.map((code) => (
          <ColumnHead key={code} numeric className="whitespace-normal!">
            {t(`short.${code}`)}
            {unit}
          </ColumnHead>
        ))}
        {columns.other.length > 0 && (
          <ColumnHead numeric>
            {t('other')}
            {unit}
          </ColumnHead>
        )}
        <ColumnHead>{t('language')}</ColumnHead>
        <ColumnHead numeric className="whitespace-normal!">
          {t('suggestions')}
          <span className="block font-normal text-ink-3">{t('number')}</span>
        </ColumnHead>
        <ColumnHead numeric className="whitespace-normal!">
          {t('support')}
          <span className="block font-normal text-ink-3">{t('supportUnit')}</span>
        </ColumnHead>
        <ColumnHead numeric>{t('onSite')}</ColumnHead>
        <ColumnHead>{t('state')}</ColumnHead>
        {seesMoney && (
          <ColumnHead numeric>
            {t('amount')}
            <span className="block">
              <Example />
            </span>
          </ColumnHead>
        )}
      </Row>
    </TableHead>
  );
}

function Sums({ overview, columns, seesMoney }: Props & HeadProps) {
  const t = useTranslations('reporting.table');
  const { sums } = overview;
  const other = columns.other.reduce((sum, code) => sum + sums.byActivity[code], 0);
  const share = sums.support === 0 ? null : Math.floor((100 * sums.onSite) / sums.support);
  return (
    <TableSum>
      <Row>
        <RowHead>
          {t('all')}
          <small>{t('groupCount', { count: sums.participants })}</small>
        </RowHead>
        {columns.own.map((code) => (
          <Cell key={code} numeric label={t(`short.${code}`)} className={WIDE_ONLY}>
            {hoursAsClock(sums.byActivity[code])}
          </Cell>
        ))}
        {columns.other.length > 0 && (
          <Cell numeric label={t('other')} className={WIDE_ONLY}>
            {hoursAsClock(other)}
          </Cell>
        )}
        <Cell label={t('language')}>{t('languages', { count: sums.languageSupport })}</Cell>
        <Cell numeric label={t('suggestions')}>
          {sums.jobSuggestions}
        </Cell>
        <Cell numeric label={t('support')}>
          {hoursAsClock(sums.support)}
        </Cell>
        <Cell numeric label={t('onSite')}>
          {share === null ? '–' : t('share', { share })}
        </Cell>
        <Cell />
        {seesMoney && (
          <Cell numeric label={t('amount')}>
            <Amount value={sums.possibleOre} />
          </Cell>
        )}
      </Row>
    </TableSum>
  );
}
