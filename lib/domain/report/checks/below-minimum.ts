import type { Check } from '#lib/domain/report/check.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';
import { serviceDays, serviceInMonth } from '#lib/domain/report/report-facts.ts';
import { days } from '#lib/shared/period.ts';

/**
 * There is at least as much support as the terms ask for: their minutes a week × service days ÷ 7, each service period by
 * its own measure (review section 1; service description section 6). Compared exactly; the least that is told is rounded up.
 */
export const belowMinimum: Check = ({ content, facts, terms }) => {
  const { firstPeriod, secondPeriod } = terms.leastSupportMinutesPerWeek;
  const stretches = serviceInMonth(facts);
  const leastTimes7 = stretches.reduce(
    (sum, stretch) => sum + days(stretch.days) * (stretch.number === 1 ? firstPeriod : secondPeriod),
    0,
  );
  const minutes = minutesOf(content.rows).support;
  if (minutes * 7 >= leastTimes7) return [];
  const least = Math.ceil(leastTimes7 / 7);
  return [
    {
      code: 'BELOW_MINIMUM',
      severity: 'flag',
      facts: { minutes, least, serviceDays: serviceDays(stretches) },
      row: null,
      column: 'minutes',
    },
  ];
};
