import type { Check } from '#lib/domain/report/check.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import { firstDay, nextMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** First day on which the month can be reported: the first after it, or the first after the service where that is earlier. */
export function opensOn({ month, periods, end }: Pick<ReportFacts, 'month' | 'periods' | 'end'>): PlainDate {
  const afterMonth = firstDay(nextMonth(month));
  const ends = [periods.at(-1)?.to, end, afterMonth].filter((day) => day !== null && day !== undefined);
  return ends.reduce((earliest, day) => (day < earliest ? day : earliest), afterMonth);
}

/** The month is over, or the placement's part of it (review section 1; service description section 5). */
export const monthOpen: Check = ({ facts, today }) => {
  const opens = opensOn(facts);
  if (today >= opens) return [];
  const { month } = facts;
  return [
    { code: 'MONTH_OPEN', severity: 'block', facts: { month, opensOn: opens }, row: null, column: 'month' },
  ];
};
