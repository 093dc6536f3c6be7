import type { Check } from '#lib/domain/report/check.ts';
import { leastSupport } from '#lib/domain/report/least-support.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';

/** There is at least as much support as the terms ask for (review section 1), compared exactly. */
export const belowMinimum: Check = ({ content, facts, terms }) => {
  const { timesSeven, minutes: least, serviceDays } = leastSupport(facts, terms);
  const minutes = minutesOf(content.rows).support;
  if (minutes * 7 >= timesSeven) return [];
  return [
    {
      code: 'BELOW_MINIMUM',
      severity: 'flag',
      facts: { minutes, least, serviceDays },
      row: null,
      column: 'minutes',
    },
  ];
};
