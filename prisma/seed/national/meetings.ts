import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { type Day, type Days, meetOf } from '#prisma/seed/national/days.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import { MONTHS_BACK } from '#prisma/seed/national/shape.ts';
import { lastOf, type Stay } from '#prisma/seed/national/stays.ts';

export type Meeting = { readonly day: Day; readonly form: ActivityForm; readonly minutes: number };

const EVERY: readonly (readonly [number, number])[] = [
  [7, 8],
  [10, 8],
  [12, 17],
  [13, 27],
  [14, 40],
];
const MINUTES: readonly (readonly [number, number])[] = [
  [30, 4],
  [45, 12],
  [60, 66],
  [75, 10],
  [90, 8],
];
/** With no more days since the last one on site, the next can wait until the meeting after this. */
const CAN_WAIT = 13;

/**
 * The individual meetings of a stay, as the contract asks for them: one in the first days, then at least every fourteenth, and on
 * site at least every four weeks; one in each month that has a working day. None lies ahead.
 */
export function meetingsOf(stay: Stay, days: Days, random: Random): readonly Meeting[] {
  const last = Math.min(lastOf(stay), days.today + 1);
  const dates: Day[] = [];
  let next = workdayFrom(stay.from + random.int(0, 2), days);
  while (next < last) {
    dates.push(next);
    const later = days.workdayBy(next + random.weighted(EVERY));
    next = later > next ? later : workdayFrom(next + 1, days);
  }
  for (const day of monthsWithout(dates, { from: stay.from, to: last }, days)) dates.push(day);
  dates.sort((a, b) => a - b);
  let onSite: Day = stay.from;
  return dates.map((day, nth) => {
    const waits = nth > 0 && day - onSite <= CAN_WAIT && random.chance(0.5);
    if (!waits) onSite = day;
    const form = waits ? random.one(['video', 'phone'] as const) : 'onSite';
    return { day, form, minutes: random.weighted(MINUTES) };
  });
}

function workdayFrom(day: Day, days: Days): Day {
  return days.isWorkday(day) ? day : workdayFrom(day + 1, days);
}

/** A working day of each month that would else go by without a meeting. */
function monthsWithout(
  dates: readonly Day[],
  service: { readonly from: Day; readonly to: Day },
  days: Days,
): readonly Day[] {
  const added: Day[] = [];
  for (let ago = 0; ago <= MONTHS_BACK; ago += 1) {
    const month = days.month(ago);
    const common = meetOf(service, month);
    if (common === null || dates.some((day) => day >= common.from && day < common.to)) continue;
    const day = workdayFrom(common.from, days);
    if (day < common.to) added.push(day);
  }
  return added;
}
