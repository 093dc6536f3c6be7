import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { MonthText } from '#components/ui/date-text.tsx';
import type { Component } from '#lib/domain/compensation/evaluation.ts';
import type { ForecastMonth } from '#lib/domain/statement/forecast.ts';
import { sumOre } from '#lib/shared/money.ts';

const OF_OUTCOMES = ['resultPay', 'speedBonus', 'supplement'] as const satisfies readonly Component[];

/** What falls due by month and kind; months without amounts are there too, since that is worth knowing. */
export function ForecastTable({ months }: { months: readonly ForecastMonth[] }) {
  const t = useTranslations('statement');
  const example = <Example />;
  const amountOf = (component: (typeof OF_OUTCOMES)[number]): Column<ForecastMonth> => ({
    key: component,
    head: t(`waiting.part.${component}`),
    unit: example,
    numeric: true,
    cell: ({ byComponent }) => <Amount value={byComponent[component]} exact />,
    sum: <Amount value={sumOre(months.map(({ byComponent }) => byComponent[component]))} exact />,
  });
  return (
    <DataTable
      caption={t('waiting.forecastCaption')}
      captionHidden
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        {
          key: 'month',
          head: t('waiting.month'),
          cell: ({ month }) => <MonthText month={month} />,
          sum: t('waiting.sum'),
        },
        {
          key: 'count',
          head: t('waiting.count'),
          numeric: true,
          cell: ({ amounts }) => amounts,
          sum: months.reduce((sum, { amounts }) => sum + amounts, 0),
        },
        ...OF_OUTCOMES.filter((one) => months.some(({ byComponent }) => byComponent[one] !== 0)).map(
          amountOf,
        ),
        {
          key: 'amount',
          head: t('waiting.sum'),
          unit: example,
          numeric: true,
          cell: ({ amountOre }) => <Amount value={amountOre} exact />,
          sum: <Amount value={sumOre(months.map(({ amountOre }) => amountOre))} exact />,
        },
      ]}
    />
  );
}
