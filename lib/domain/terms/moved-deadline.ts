import { minutesDown, type Outage, outagesWithin, startOfDay } from '#lib/domain/availability/outage.ts';
import { addDays, type PlainDate, plainDateFromDate, yearOf } from '#lib/shared/plain-date.ts';
import { firstDay, type Month, monthOf, nextMonth, previousMonth } from '#lib/shared/month.ts';
import { addWorkdays, swedishCalendar } from '#lib/shared/workdays.ts';

/** A last day that moved, with the outages that moved it. */
export type MovedDay = {
  readonly was: PlainDate;
  readonly dueOn: PlainDate;
  readonly because: readonly Outage[];
};

const DAY_MS = 86_400_000;

/**
 * The last day after downtime (service description section 5): a day whose last 24 hours hold at least `leastMinutes` of
 * downtime moves to the next working day, and that one too where it has the same; null where it stands. The last 24 hours
 * end at midnight in Sweden. Outages do not overlap each other.
 */
export function movedDay(was: PlainDate, outages: readonly Outage[], leastMinutes: number): MovedDay | null {
  const because: Outage[] = [];
  let dueOn = was;
  for (;;) {
    const ends = startOfDay(addDays(dueOn, 1));
    const begins = ends - DAY_MS;
    if (minutesDown(outages, begins, ends) < Math.max(1, leastMinutes)) break;
    because.push(...outagesWithin(outages, begins, ends).filter((outage) => !because.includes(outage)));
    // An outage that goes on moves it past all of its days at once, however many they are.
    const backOn = plainDateFromDate(new Date(Math.max(ends, ...because.map(({ to }) => Date.parse(to)))));
    const year = yearOf(backOn);
    dueOn = addWorkdays(addDays(backOn, -1), 1, swedishCalendar([year, year + 1]));
  }
  return because.length === 0 ? null : { was, dueOn, because };
}

export type MovedDays = Readonly<Partial<Record<Month, MovedDay>>>;

function monthsOf({ from, to }: Outage): readonly Month[] {
  const months: Month[] = [];
  const last = monthOf(plainDateFromDate(new Date(to)));
  for (let at = monthOf(plainDateFromDate(new Date(from))); at <= last; at = nextMonth(at)) months.push(at);
  return months;
}

/** The last days of reports that moved, by the month of the reports: an outage moves only days in the months that it is in. */
export function movedDueDays(
  outages: readonly Outage[],
  terms: { readonly reportDueDay: number; readonly leastOutageMinutes: number },
): MovedDays {
  const moved = [...new Set(outages.flatMap(monthsOf))].flatMap((inMonth) => {
    const was = addDays(firstDay(inMonth), terms.reportDueDay - 1);
    const day = movedDay(was, outages, terms.leastOutageMinutes);
    return day === null ? [] : [[previousMonth(inMonth), day] as const];
  });
  return Object.fromEntries(moved);
}
