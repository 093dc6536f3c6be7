import type { Check, CheckFacts, Finding } from '#lib/domain/report/check.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';
import { serviceDays, serviceInMonth } from '#lib/domain/report/report-facts.ts';

/**
 * There is no more support than can be: 8 hours (by the terms) for each service day of the month; where there is a log, on
 * any one day; and no more than 24 hours of a coach's, for all participants together, on a day that this month's log has a
 * part in (review section 1). Without service days, `OUTSIDE_PLACEMENT` says what is wrong.
 */
export const impossibleTime: Check = ({ content, facts, terms }) => {
  const days = serviceDays(serviceInMonth(facts));
  if (days === 0) return [];
  const perDay = terms.mostSupportMinutesPerDay;
  const { support } = minutesOf(content.rows);
  const { busiestDay, compared } = facts;
  const coachDay = compared?.coachDay ?? null;
  const mostOfCoach = terms.mostCoachMinutesPerDay;
  return [
    ...(support > perDay * days ? [impossible(support, perDay * days, null, days)] : []),
    ...(busiestDay !== null && busiestDay.minutes > perDay
      ? [impossible(busiestDay.minutes, perDay, busiestDay.date, days)]
      : []),
    ...(coachDay !== null && coachDay.minutes > mostOfCoach
      ? [impossible(coachDay.minutes, mostOfCoach, coachDay.date, days, { coach: true })]
      : []),
  ];
};

function impossible(
  minutes: number,
  most: number,
  date: CheckFacts['IMPOSSIBLE_TIME']['date'],
  days: number,
  whose: Pick<CheckFacts['IMPOSSIBLE_TIME'], 'coach'> = {},
): Finding {
  return {
    code: 'IMPOSSIBLE_TIME',
    severity: 'block',
    facts: { minutes, most, date, serviceDays: days, ...whose },
    row: null,
    column: 'minutes',
  };
}
