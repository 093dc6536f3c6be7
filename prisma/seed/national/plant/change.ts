import { isSupport } from '#lib/domain/activity/activity.ts';
import type { Day, Days } from '#prisma/seed/national/days.ts';
import { type Entry, isMeeting, onDay, type StayMonth, supportOf } from '#prisma/seed/national/months.ts';
import { wholeDays } from '#prisma/seed/national/office-story.ts';
import type { Random } from '#prisma/seed/national/random.ts';

/** Nobody has more support than this on a day unless it is meant so. */
const MOST_A_DAY = 420;

/** Working days of the month on which the participant was not away. */
export function openDays({ service, absences }: StayMonth, days: Days): readonly Day[] {
  const away = new Set(absences.flatMap((absence) => wholeDays(absence)));
  return Array.from({ length: service.to - service.from }, (_, n) => service.from + n).filter(
    (day) => days.isWorkday(day) && !away.has(day),
  );
}

/** So many minutes more, on site, beside meetings, spread over open days. What does not go in is left out. */
export function give(
  month: StayMonth,
  minutes: number,
  { random, days }: { random: Random; days: Days },
): void {
  const open = openDays(month, days);
  if (open.length === 0) return;
  for (let left = minutes, tries = 0; left > 0 && tries < 200; tries += 1) {
    const day = random.one(open);
    const part = Math.min(left, 60, MOST_A_DAY - onDay(month.entries, day).support);
    if (part < 15) continue;
    // A colleague gives it, so that no coach's day is filled by it.
    month.entries.push({ day, activity: 'practicalSupport', form: 'onSite', minutes: part, coach: null });
    left -= part;
  }
}

/** So many minutes less of what is beside meetings; of meetings only where nothing else is left. Returns what was taken. */
export function take(month: StayMonth, minutes: number, withMeetings = false): number {
  let left = minutes;
  const order = (entry: Entry): number => (isMeeting(entry) ? 1 : 0);
  for (const entry of [...month.entries].toSorted((a, b) => order(a) - order(b))) {
    if (left <= 0) break;
    if (!isSupport(entry.activity) || (isMeeting(entry) && !withMeetings)) continue;
    const part = Math.min(left, isMeeting(entry) ? entry.minutes - 15 : entry.minutes);
    replace(month, entry, entry.minutes - part);
    left -= part;
  }
  return minutes - left;
}

export function replace(month: StayMonth, entry: Entry, minutes: number): void {
  month.entries = month.entries.flatMap((one) =>
    one !== entry ? [one] : minutes > 0 ? [{ ...one, minutes }] : [],
  );
}

/** At least half of the support on site again, after something was taken. */
export function setRight(month: StayMonth): void {
  let { all, onSite } = supportOf(month.entries);
  month.entries = month.entries.map((entry) => {
    if (onSite * 2 >= all || !isSupport(entry.activity) || entry.form === 'onSite') return entry;
    onSite += entry.minutes;
    return { ...entry, form: 'onSite' };
  });
}

/** In the form of quarters of an hour, rounded down. */
export function quarters(minutes: number): number {
  return 15 * Math.floor(minutes / 15);
}
