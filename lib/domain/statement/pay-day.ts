import type { Terms } from '#lib/domain/terms/terms.ts';
import { firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { addWorkdays, isWorkday, swedishBankCalendar, swedishCalendar } from '#lib/shared/workdays.ts';

/** The years that can be counted through from a date. */
function yearsAround(date: PlainDate): readonly number[] {
  const year = Number(date.slice(0, 4));
  return [year - 1, year, year + 1];
}

/** The pay day of a month: the terms' day, or the last day before it on which banks move money. */
export function payDayOf(month: Month, { payDay }: Pick<Terms, 'payDay'>): PlainDate {
  const calendar = swedishBankCalendar(yearsAround(firstDay(month)));
  const day = addDays(firstDay(month), payDay - 1);
  return isWorkday(day, calendar) ? day : addWorkdays(day, -1, calendar);
}

/** The next `count` pay days on or after `from`: known a year ahead (compensation model section 6). */
export function payDaysFrom(
  from: PlainDate,
  count: number,
  terms: Pick<Terms, 'payDay'>,
): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let month = monthOf(from); days.length < count; month = nextMonth(month)) {
    const day = payDayOf(month, terms);
    if (day >= from) days.push(day);
  }
  return days;
}

/** The pay day that a statement joins which is accepted on `acceptedOn`: the first at least the terms' lead ahead. */
export function payDayAfter(
  acceptedOn: PlainDate,
  terms: Pick<Terms, 'payDay' | 'payLeadWorkdays'>,
): PlainDate {
  const earliest = addWorkdays(
    acceptedOn,
    terms.payLeadWorkdays,
    swedishBankCalendar(yearsAround(acceptedOn)),
  );
  const [day] = payDaysFrom(earliest, 1, terms);
  if (day === undefined) throw new RangeError(`No pay day after ${acceptedOn}`);
  return day;
}

/** The last day on which a provider answers a statement that was proposed on `proposedOn`; after it silence accepts. */
export function acceptBy(proposedOn: PlainDate, terms: Pick<Terms, 'statementAcceptWorkdays'>): PlainDate {
  return addWorkdays(proposedOn, terms.statementAcceptWorkdays, swedishCalendar(yearsAround(proposedOn)));
}
