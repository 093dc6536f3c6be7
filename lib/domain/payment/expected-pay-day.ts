import { acceptBy, payDayAfter } from '#lib/domain/statement/pay-day.ts';
import { decideBy, reportDueOn, type Terms } from '#lib/domain/terms/terms.ts';
import { type Month, nextMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ExpectedPayDay = {
  /** The cut-off of the statement that the month comes with. */
  readonly cutOff: PlainDate;
  /** The pay day where the provider accepts the statement the day it is proposed: none is earlier. */
  readonly earliest: PlainDate;
  /** The pay day where nobody answers and silence accepts. */
  readonly bySilence: PlainDate;
};

/**
 * When a month's report that is sent on `sentOn` and approved in time is paid (compensation model section 6: pay days are
 * shown already when a report is submitted). A month's cut-off is the last day of review for what came by the due day; a
 * report that comes later joins the first cut-off by which it has to be decided. Earlier than told nothing is paid; later it
 * can be, where the report is returned or the statement disputed.
 */
export function expectedPayDay(month: Month, terms: Terms, sentOn: PlainDate): ExpectedPayDay {
  const decidedOn = decideBy(sentOn, terms);
  let at = month;
  while (decideBy(reportDueOn(at, terms), terms) < decidedOn) at = nextMonth(at);
  const cutOff = decideBy(reportDueOn(at, terms), terms);
  return {
    cutOff,
    earliest: payDayAfter(cutOff, terms),
    bySilence: payDayAfter(acceptBy(cutOff, terms), terms),
  };
}
