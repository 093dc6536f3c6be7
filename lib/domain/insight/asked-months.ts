import { addMonthsTo, firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Months asked about, first through last, and the same as days: half-open. */
export type AskedMonths = {
  readonly from: Month;
  readonly to: Month;
  readonly since: PlainDate;
  readonly until: PlainDate;
};

/** Most months at once: figures of longer ago are asked for a few years at a time. */
const MOST = 36;

/** The months to tell of: the ones asked for in their order, at most three years of them; the twelve through this one where nothing is asked. */
export function askedMonths(
  { from, to }: { readonly from: Month | null; readonly to: Month | null },
  today: PlainDate,
): AskedMonths {
  const [first, last] = [from, to].filter((one) => one !== null).toSorted();
  const end = to === null && from === null ? monthOf(today) : (last ?? first ?? monthOf(today));
  const wanted = from === null || first === undefined ? addMonthsTo(end, -11) : first;
  const earliest = addMonthsTo(end, 1 - MOST);
  const begin = wanted < earliest ? earliest : wanted;
  return { from: begin, to: end, since: firstDay(begin), until: firstDay(nextMonth(end)) };
}
