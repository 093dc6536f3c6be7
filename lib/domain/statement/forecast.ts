import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What falls due in a month, if everything lasts. */
export type ForecastMonth = {
  readonly month: Month;
  readonly amounts: number;
  readonly amountOre: Ore;
  readonly byComponent: Readonly<Record<Component, Ore>>;
};

export type Due = {
  readonly dueOn: PlainDate;
  readonly component: Component;
  readonly amounts: number;
  readonly amountOre: Ore;
};

/**
 * What is pending by the calendar month of its due day, in öre, in order: every month from the first to the last, also
 * those between in which nothing falls due (compensation model section 4, pending). Empty where nothing is pending.
 */
export function forecast(pending: readonly Due[]): readonly ForecastMonth[] {
  const ordered = pending.map(({ dueOn }) => monthOf(dueOn)).toSorted();
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return [];
  const months: ForecastMonth[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(monthly(month, pending));
  return months;
}

function monthly(month: Month, pending: readonly Due[]): ForecastMonth {
  const own = pending.filter(({ dueOn }) => monthOf(dueOn) === month);
  const of = (component: Component) =>
    sumOre(own.filter((due) => due.component === component).map(({ amountOre }) => amountOre));
  return {
    month,
    amounts: own.reduce((sum, { amounts }) => sum + amounts, 0),
    amountOre: sumOre(own.map(({ amountOre }) => amountOre)),
    byComponent: {
      basePay: of('basePay'),
      resultPay: of('resultPay'),
      speedBonus: of('speedBonus'),
      supplement: of('supplement'),
    },
  };
}
