import type { Check } from '#lib/domain/report/check.ts';
import { serviceInMonth } from '#lib/domain/report/report-facts.ts';

/** The placement has service days in the month (review section 1). */
export const outsidePlacement: Check = ({ facts }) => {
  const { month, periods, end } = facts;
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined || serviceInMonth(facts).length > 0) return [];
  const to = end !== null && end < last.to ? end : last.to;
  return [
    {
      code: 'OUTSIDE_PLACEMENT',
      severity: 'block',
      facts: { month, from: first.from, to },
      row: null,
      column: 'month',
    },
  ];
};
