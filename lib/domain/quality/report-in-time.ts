import type { PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import { type Because, NEAR_DAYS, type QualityState, type Standing } from '#lib/domain/quality/standing.ts';
import { type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** Calendar months with service days that are over, the first first. */
function monthsBehind({ from }: PlacementFacts, today: PlainDate): readonly Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month < monthOf(today); month = nextMonth(month)) months.push(month);
  return months;
}

/** The last day on which a month's report is in time: by the terms of that month, moved after downtime. */
export type ReportDueOn = (month: Month) => PlainDate;

/**
 * Each month's report comes in on or before its due day in the next month (service description sections 5 and 6):
 * broken while one that was due is not in, and while the last that was due came late. Corrections do not make a report
 * late; its first version counts.
 */
export function reportInTime(
  facts: PlacementFacts,
  dueOn: ReportDueOn,
  today: PlainDate,
): Standing<'report'> {
  const behind = monthsBehind(facts, today);
  const reportOf = (month: Month) => facts.reports.find((report) => report.month === month);
  const as = (
    state: QualityState,
    because: Because,
    rest: Partial<Pick<Standing, 'value' | 'since' | 'until'>> = {},
  ): Standing<'report'> => ({
    requirement: 'report',
    state,
    value: rest.value ?? null,
    limit: 0,
    since: rest.since ?? null,
    until: rest.until ?? null,
    because,
  });
  const due = behind.filter((month) => dueOn(month) < today);
  const [missing, ...more] = due.filter((month) => reportOf(month) === undefined);
  if (missing !== undefined) {
    const until = dueOn(missing);
    const value = daysBetween(until, today);
    const because = { code: 'REPORT_MISSING', month: missing, missing: more.length + 1 } as const;
    return as('broken', because, { value, since: addDays(until, 1), until });
  }
  const open = behind.find((month) => reportOf(month) === undefined);
  const lastDue = due.at(-1);
  const lastReport = lastDue === undefined ? undefined : reportOf(lastDue);
  const until = open === undefined ? null : dueOn(open);
  const isNear = until !== null && daysBetween(today, until) <= NEAR_DAYS;
  if (lastReport !== undefined) {
    const { month, submittedOn } = lastReport;
    const lastDay = dueOn(month);
    if (submittedOn > lastDay) {
      const late = {
        value: daysBetween(lastDay, submittedOn),
        since: addDays(lastDay, 1),
        until: isNear ? until : null,
      };
      return as('broken', { code: 'REPORT_LATE', month, submittedOn, due: lastDay }, late);
    }
  }
  if (open !== undefined && until !== null) {
    return isNear
      ? as('near', { code: 'REPORT_SOON', month: open }, { until })
      : as('met', { code: 'REPORT_NEXT', month: open }, { until });
  }
  const sent = facts.reports.at(-1);
  return as(
    'met',
    sent === undefined
      ? { code: 'REPORT_AHEAD' }
      : { code: 'REPORT_SENT', month: sent.month, submittedOn: sent.submittedOn },
  );
}
