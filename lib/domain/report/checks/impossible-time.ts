import type { Check, Finding } from '#lib/domain/report/check.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';
import { serviceDays, serviceInMonth } from '#lib/domain/report/report-facts.ts';

/**
 * There is no more support than can be: 8 hours (by the terms) for each service day of the month, and where there is a
 * log, on any one day (review section 1). Without service days, `OUTSIDE_PLACEMENT` says what is wrong.
 */
export const impossibleTime: Check = ({ content, facts, terms }) => {
  const days = serviceDays(serviceInMonth(facts));
  if (days === 0) return [];
  const perDay = terms.mostSupportMinutesPerDay;
  const findings: Finding[] = [];
  const { support } = minutesOf(content.rows);
  if (support > perDay * days) {
    findings.push({
      code: 'IMPOSSIBLE_TIME',
      severity: 'block',
      facts: { minutes: support, most: perDay * days, date: null, serviceDays: days },
      row: null,
      column: 'minutes',
    });
  }
  const busiest = facts.busiestDay;
  if (busiest !== null && busiest.minutes > perDay) {
    findings.push({
      code: 'IMPOSSIBLE_TIME',
      severity: 'block',
      facts: { minutes: busiest.minutes, most: perDay, date: busiest.date, serviceDays: days },
      row: null,
      column: 'minutes',
    });
  }
  return findings;
};
