import { reportDueOn, type Terms } from '#lib/domain/terms/terms.ts';
import { type Month, monthOf, previousMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The month that is the work of the day: the last one until its report is due, then the one that goes on. */
export function monthAtHand(today: PlainDate, terms: Terms): Month {
  const last = previousMonth(monthOf(today));
  return today <= reportDueOn(last, terms) ? last : monthOf(today);
}
