import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { addDays, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

/** A line of the log as it was made up. */
export type WalkedEntry = {
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly form: ActivityForm;
  readonly minutes: number;
  readonly removed: boolean;
};

export type Walked = {
  readonly from: PlainDate;
  /** First day of the second period, and first day no longer in the service. */
  readonly second: PlainDate;
  readonly to: PlainDate;
  readonly entries: readonly WalkedEntry[];
};

type Answers = Readonly<Record<'support' | 'onSite' | 'meeting' | 'onSiteMeeting' | 'otherActor', string>>;

/**
 * How a placement that is only logged stands, by walking from day to day and keeping sums, as somebody with the log and a
 * calendar would: knows nothing of the portal's rules or queries, only of the example terms (60 and 120 minutes a week,
 * half on site, 14 and 28 days, three months).
 */
export function walkDays({ from, second, to, entries }: Walked, today: PlainDate): Answers {
  const live = entries.filter(({ removed, date }) => !removed && date <= today);
  const weeks = new Map<string, { minutes: number; sevenths: number; last: PlainDate }>();
  const months = new Map<string, { support: number; onSite: number }>();
  const otherActor = new Set<string>();
  const since = { meeting: 0, onSiteMeeting: 0 };
  for (let date = from; date < to && date <= addDays(today, 7); date = addDays(date, 1)) {
    const monday = addDays(date, 1 - isoWeekday(date));
    const week = weeks.get(monday) ?? { minutes: 0, sevenths: 0, last: date };
    week.sevenths += date >= second ? 120 : 60;
    week.last = date;
    weeks.set(monday, week);
    if (date > today) continue;
    if (date > from) {
      since.meeting += 1;
      since.onSiteMeeting += 1;
    }
    for (const entry of live.filter((each) => each.date === date)) {
      const month = months.get(date.slice(0, 7)) ?? { support: 0, onSite: 0 };
      if (entry.activity !== 'ownWork') {
        week.minutes += entry.minutes;
        month.support += entry.minutes;
        if (entry.form === 'onSite') month.onSite += entry.minutes;
      }
      months.set(date.slice(0, 7), month);
      if (entry.activity === 'otherActor') otherActor.add(date.slice(0, 7));
      if (entry.activity === 'individualMeeting') {
        since.meeting = 0;
        if (entry.form === 'onSite') since.onSiteMeeting = 0;
      }
    }
  }
  const running = addDays(today, 1 - isoWeekday(today));
  const isShort = (monday: string) => {
    const week = weeks.get(monday);
    return week !== undefined && week.minutes * 7 < week.sevenths;
  };
  const past = [1, 2, 3, 4].map((back) => addDays(running, -7 * back));
  const thisWeek = weeks.get(running);
  const support = past.some(isShort)
    ? 'broken'
    : isShort(running) && thisWeek !== undefined && thisWeek.last <= addDays(today, 5)
      ? 'near'
      : 'met';
  const series = (days: number, every: number) => {
    const due = addDays(today, every - days);
    if (days > every) return 'broken';
    return due < to && every - days <= 5 ? 'near' : 'met';
  };
  return {
    support,
    onSite: shareOf(months, to, today),
    meeting: series(since.meeting, 14),
    onSiteMeeting: series(since.onSiteMeeting, 28),
    otherActor: monthsOf(otherActor, to, today),
  };
}

function lastOfMonth(today: PlainDate): PlainDate {
  let day = today;
  while (addDays(day, 1).slice(0, 7) === today.slice(0, 7)) day = addDays(day, 1);
  return day;
}

function shareOf(
  months: ReadonlyMap<string, { support: number; onSite: number }>,
  to: PlainDate,
  today: PlainDate,
): string {
  let before = today;
  while (before.slice(0, 7) === today.slice(0, 7)) before = addDays(before, -1);
  const [last, now] = [before, today]
    .map((day) => months.get(day.slice(0, 7)))
    .map((month) => {
      if (month === undefined || month.support === 0) return null;
      return month.onSite * 2 < month.support ? 'little' : 'enough';
    });
  if (last === 'little') return 'broken';
  let end = lastOfMonth(today);
  while (end >= to) end = addDays(end, -1);
  if (now === 'little' && (last === null || end <= addDays(today, 14))) return 'near';
  return last === null && now === null ? 'unknown' : 'met';
}

function monthsOf(months: ReadonlySet<string>, to: PlainDate, today: PlainDate): string {
  if (months.size > 3) return 'broken';
  const end = lastOfMonth(today);
  const goesOn = months.has(today.slice(0, 7)) && to > addDays(end, 1) && end <= addDays(today, 14);
  return months.size === 3 && goesOn ? 'near' : 'met';
}
