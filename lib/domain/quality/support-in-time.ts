import {
  daysToldBy,
  mondayOf,
  type PlacementFacts,
  WEEKS_JUDGED,
} from '#lib/domain/quality/placement-facts.ts';
import { type Because, NEAR_DAYS, type QualityState, type Standing } from '#lib/domain/quality/standing.ts';
import { leastSupportOf } from '#lib/domain/report/least-support.ts';
import { serviceWithin } from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { type Month, monthOf, periodOf, previousMonth } from '#lib/shared/month.ts';
import { type Period, period } from '#lib/shared/period.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

type SupportTerms = Pick<Terms, 'leastSupportMinutesPerWeek'>;

/** Support of some days against the least of those that are service days. */
type Measured = {
  readonly days: Period;
  readonly minutes: number;
  readonly least: number;
  readonly enough: boolean;
};

function standing(
  state: QualityState,
  because: Because,
  { value, limit, since, until }: Partial<Pick<Standing, 'value' | 'limit' | 'since' | 'until'>>,
): Standing<'support'> {
  return {
    requirement: 'support',
    state,
    value: value ?? null,
    limit: limit ?? null,
    since: since ?? null,
    until: until ?? null,
    because,
  };
}

/** Null where the days hold no service. A part of a week or month has its part of the measure, day by day. */
function measure(
  within: Period,
  minutes: number,
  facts: PlacementFacts,
  terms: SupportTerms,
): Measured | null {
  const stretches = serviceWithin(within, { periods: facts.periods, end: facts.to });
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { timesSeven, minutes: least } = leastSupportOf(stretches, terms);
  return {
    days: period(first.days.from, last.days.to),
    minutes,
    least,
    enough: minutes * 7 >= timesSeven,
  };
}

function measureWeek(monday: PlainDate, facts: PlacementFacts, terms: SupportTerms): Measured | null {
  const minutes = facts.weeks.find(({ from }) => from === monday)?.minutes ?? 0;
  return measure(period(monday, addDays(monday, 7)), minutes, facts, terms);
}

/**
 * At least the terms' minutes of support a week, by service period (service description section 6). By the log: each of
 * the last four complete ISO weeks, and what the week that goes on lacks. By reports, where the provider keeps its own
 * log: the last calendar month as a whole, since a report has no weeks. Without either, or without a period, nobody knows.
 */
export function supportInTime(
  facts: PlacementFacts,
  terms: SupportTerms,
  today: PlainDate,
): Standing<'support'> {
  if (facts.periods.length === 0) return standing('unknown', { code: 'NO_PERIOD' }, {});
  switch (daysToldBy(facts, today)) {
    case 'log':
      return byWeek(facts, terms, today);
    case 'report':
      return byMonth(facts, terms, previousMonth(monthOf(today)));
    case null:
      return standing('unknown', { code: 'NO_LOG' }, {});
  }
}

function byWeek(facts: PlacementFacts, terms: SupportTerms, today: PlainDate): Standing<'support'> {
  const monday = mondayOf(today);
  const judged = Array.from({ length: WEEKS_JUDGED }, (_, index) =>
    measureWeek(addDays(monday, 7 * (index - WEEKS_JUDGED)), facts, terms),
  ).filter((week) => week !== null);
  const below = judged.filter(({ enough }) => !enough);
  const running = measureWeek(monday, facts, terms);
  const lacking = running === null || running.enough ? null : running;
  const left = lacking === null ? 0 : lacking.least - lacking.minutes;
  const until = lacking === null ? null : addDays(lacking.days.to, -1);
  const [first, latest] = [below[0], below.at(-1)];
  if (first !== undefined && latest !== undefined) {
    const { minutes, least } = latest;
    const weekFrom = mondayOf(latest.days.from);
    return standing(
      'broken',
      { code: 'WEEK_BELOW', weekFrom, minutes, least, below: below.length, judged: judged.length, left },
      { value: minutes, limit: least, since: first.days.from, until },
    );
  }
  if (lacking !== null && until !== null && daysBetween(today, until) <= NEAR_DAYS) {
    const { minutes, least } = lacking;
    return standing(
      'near',
      { code: 'WEEK_LEFT', minutes, least, left },
      { value: minutes, limit: least, until },
    );
  }
  const shown = judged.at(-1);
  return shown === undefined
    ? standing('met', { code: 'WEEK_BEGUN' }, { until })
    : standing(
        'met',
        { code: 'WEEKS_ENOUGH', judged: judged.length },
        { value: shown.minutes, limit: shown.least, until },
      );
}

function byMonth(facts: PlacementFacts, terms: SupportTerms, month: Month): Standing<'support'> {
  const report = facts.reports.find((each) => each.month === month);
  const measured = report && measure(periodOf(month), report.support, facts, terms);
  if (measured === undefined || measured === null) return standing('unknown', { code: 'OWN_LOG' }, {});
  const { minutes, least, enough, days } = measured;
  const measures = { value: minutes, limit: least };
  return enough
    ? standing('met', { code: 'MONTH_ENOUGH', month, minutes, least }, measures)
    : standing('broken', { code: 'MONTH_BELOW', month, minutes, least }, { ...measures, since: days.from });
}
