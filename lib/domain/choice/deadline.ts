import { addDays, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, isWorkday, swedishCalendar } from '#lib/shared/workdays.ts';

/** Swedish working days that can be counted from a day on: no count here reaches past the following year. */
function calendarFrom(day: PlainDate): ReturnType<typeof swedishCalendar> {
  return swedishCalendar([yearOf(day), yearOf(day) + 1]);
}

/**
 * The last day to choose: the nth working day after the day the decision arrived, `choiceWorkdays` (0–200) by the terms.
 * Swedish public holidays do not count (choice, section 1). Throws RangeError before 2005.
 */
export function chooseByOf(arrivedOn: PlainDate, choiceWorkdays: number): PlainDate {
  return addWorkdays(arrivedOn, choiceWorkdays, calendarFrom(arrivedOn));
}

export type ChoiceTime =
  | { readonly kind: 'daysLeft'; readonly workdays: number }
  | { readonly kind: 'lastDay' }
  | { readonly kind: 'passed' };

/**
 * How long is left: working days after today up to and including the last day (mock-up: five left on the day of arrival),
 * the last day itself, or passed. A last day that lies over a year ahead counts as a year.
 */
export function choiceTimeLeft(today: PlainDate, chooseBy: PlainDate): ChoiceTime {
  if (today > chooseBy) return { kind: 'passed' };
  if (today === chooseBy) return { kind: 'lastDay' };
  const calendar = calendarFrom(today);
  let workdays = 0;
  for (
    let day = addDays(today, 1), steps = 0;
    day <= chooseBy && steps < 366;
    day = addDays(day, 1), steps += 1
  ) {
    if (isWorkday(day, calendar)) workdays += 1;
  }
  return { kind: 'daysLeft', workdays };
}
