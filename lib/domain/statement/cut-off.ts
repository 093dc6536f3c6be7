import { reportDueOn, type Terms } from '#lib/domain/terms/terms.ts';
import { addMonthsTo, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { addDays, addMonths, type PlainDate } from '#lib/shared/plain-date.ts';

/** The latest statement run there is. */
export type LatestRun = { readonly cutOff: PlainDate; readonly finished: boolean };

/** Why no run can be started at a cut-off. */
export type CutOffFault = 'inFuture' | 'notAfterLatest' | 'latestUnfinished';

/**
 * Whether a run may be started at a cut-off; null: yes. Runs follow each other in time, one at a time, because each
 * carries on the sums and balances of the one before (compensation model section 6), and what is not yet known is
 * not paid.
 */
export function cutOffFault(
  cutOff: PlainDate,
  latest: LatestRun | null,
  today: PlainDate,
): CutOffFault | null {
  if (cutOff > today) return 'inFuture';
  if (latest === null) return null;
  if (!latest.finished) return 'latestUnfinished';
  return cutOff > latest.cutOff ? null : 'notAfterLatest';
}

/** Last day by which every report of the month that came in time is decided (terms: due day and review days). */
function decidedBy(month: Month, terms: Terms): PlainDate {
  return addDays(reportDueOn(month, terms), terms.reviewDays);
}

/** A cut-off to propose: the day on which a month's reports are in and decided. */
export type ProposedCutOff = { readonly cutOff: PlainDate; readonly month: Month };

/**
 * The cut-off after the latest run's: the first day after it on which the reports of a month are all in and decided.
 * Where there is no run yet, the last such day that has passed.
 */
export function nextCutOff(latest: LatestRun | null, today: PlainDate, terms: Terms): ProposedCutOff {
  const after = latest?.cutOff ?? addMonths(today, -1);
  let month = addMonthsTo(monthOf(after), -6);
  while (decidedBy(month, terms) <= after) month = nextMonth(month);
  return { cutOff: decidedBy(month, terms), month };
}
