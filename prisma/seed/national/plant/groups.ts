import { isSupport } from '#lib/domain/activity/activity.ts';
import {
  type Entry,
  isMeeting,
  leastSupportOf,
  type StayMonth,
  supportOf,
} from '#prisma/seed/national/months.ts';
import { openDays } from '#prisma/seed/national/plant/change.ts';
import { meetingDays } from '#prisma/seed/national/plant/contents.ts';
import { type Ground, isWhole, type Kind, type Planting, single } from '#prisma/seed/national/plant/plant.ts';

// Faults that show beside others, or beside earlier months.

/** One participant's hours in others' reports: six to twenty of the office, with the same hours to the quarter. */
const copiedHours: Kind = {
  code: 'COPIED_HOURS',
  permille: 2,
  size: 11,
  fault: (ground) => copy(ground, ground.random.int(6, 20), 'fault'),
  // Four others with the same hours: one less than it takes.
  nearMiss: (ground) => copy(ground, 5, 'nearMiss'),
};

function copy(ground: Ground, wanted: number, kind: 'fault' | 'nearMiss'): Planting {
  const { story, free, random } = ground;
  // Where many have the same hours every month, a few more show nothing.
  if (story.office.programme) return null;
  const able = free.filter(
    (month) => isWhole(month) && month.absences.length === 0 && meetingDays(month).length >= 2,
  );
  const original = able.find(
    (month) => new Set(month.entries.map(({ activity }) => activity)).size >= 4 && isSupportOfSecond(month),
  );
  if (original === undefined) return null;
  const others = able
    .filter((month) => month !== original && leastSupportOf(month) <= supportOf(original.entries).all)
    .slice(0, wanted - 1);
  if (others.length < (kind === 'fault' ? 5 : 4)) return null;
  const hours = copied(original, random.chance(0.5) ? 120 : 180);
  const used = [original, ...others];
  for (const month of used) month.entries = hoursOf(month, hours, ground);
  return {
    used,
    planted: used.map(({ id }) => ({
      code: 'COPIED_HOURS',
      subject: 'report',
      id,
      way: kind === 'fault' ? `a group of ${used.length}` : 'a group of five',
      kind,
    })),
  };
}

function isSupportOfSecond(month: StayMonth): boolean {
  const { all } = supportOf(month.entries);
  return all > leastSupportOf(month) + 60 && all < 780;
}

type Hours = { readonly meetings: number; readonly beside: readonly Entry[] };

/** The hours of a report: of meetings, all on site, and of everything else as it was. */
function copied({ entries }: StayMonth, meetings: number): Hours {
  return { meetings, beside: entries.filter((entry) => !isMeeting(entry)) };
}

/** The same hours on the participant's own days: their meetings stay where they were. */
function hoursOf(month: StayMonth, { meetings, beside }: Hours, { days, random }: Ground): Entry[] {
  const open = new Set(openDays(month, days));
  const met = meetingDays(month);
  const each = 15 * Math.floor(meetings / met.length / 15);
  const coach = month.stay.coachPersonId;
  return [
    ...met.map((day, nth): Entry => {
      const minutes = nth === 0 ? meetings - each * (met.length - 1) : each;
      return { day, activity: 'individualMeeting', form: 'onSite', minutes, coach };
    }),
    ...beside.map((entry) => ({
      ...entry,
      day: open.has(entry.day) ? entry.day : random.one([...open]),
      coach: isSupport(entry.activity) ? null : entry.coach,
    })),
  ];
}

/** Nothing on site for two months and more. */
const distanceOnly: Kind = {
  code: 'DISTANCE_ONLY',
  permille: 1,
  size: 1,
  fault: ({ free, before, random }) => {
    const month = free.find((one) => isWhole(one) && wasThere(before(one)));
    const earlier = month === undefined ? null : before(month);
    if (month === undefined || earlier === null) return null;
    const evenEarlier = random.chance(0.4) ? before(earlier) : null;
    for (const one of [month, earlier, evenEarlier]) if (one !== null) atADistance(one);
    return single('DISTANCE_ONLY', month, evenEarlier === null ? 'two months' : 'three months');
  },
  nearMiss: ({ free, before }) => {
    const month = free.find((one) => isWhole(one) && wasThere(before(one)));
    if (month === undefined) return null;
    atADistance(month);
    return single('DISTANCE_ONLY', month, 'one month', 'nearMiss');
  },
};

function wasThere(month: StayMonth | null): boolean {
  return month !== null && month.sentOn !== null && month.entries.some(({ activity }) => isSupport(activity));
}

function atADistance(month: StayMonth): void {
  month.entries = month.entries.map((entry, nth) =>
    isSupport(entry.activity) ? { ...entry, form: nth % 3 === 0 ? 'phone' : 'video' } : entry,
  );
}

/** After the tenth, by a day or by many. */
const late: Kind = {
  code: 'LATE',
  permille: 1.6,
  size: 1,
  fault: ({ free, days, random }) => {
    const [month] = free;
    if (month === undefined) return null;
    const due = dueOf(month);
    const sentOn = due + (random.chance(0.4) ? 1 : random.int(2, 15));
    if (due + 1 > days.today) return null;
    month.sentOn = Math.min(sentOn, days.today);
    return single('LATE', month, month.sentOn === due + 1 ? 'by a day' : `by ${month.sentOn - due} days`);
  },
  nearMiss: ({ free, days }) => {
    const [month] = free;
    if (month === undefined || dueOf(month) > days.today) return null;
    month.sentOn = dueOf(month);
    return single('LATE', month, 'on the last day', 'nearMiss');
  },
};

/** The terms' last day: the tenth of the next month. */
export function dueOf({ month }: Pick<StayMonth, 'month'>): number {
  return month.to + 9;
}

export const GROUP_KINDS: readonly Kind[] = [copiedHours, distanceOnly, late];
