import { isSupport } from '#lib/domain/activity/activity.ts';
import { isMeeting, leastSupportOf, onDay, type StayMonth, supportOf } from '#prisma/seed/national/months.ts';
import { give, quarters, replace, setRight, take } from '#prisma/seed/national/plant/change.ts';
import { type Ground, isWhole, type Kind, type Planting, single } from '#prisma/seed/national/plant/plant.ts';

// Faults of one report's own content.

const mandatoryMissing: Kind = {
  code: 'MANDATORY_MISSING',
  permille: 1.1,
  size: 1,
  fault: (ground) => {
    const month = ground.free.find((one) => isWhole(one) && one.entries.some(isMeeting));
    if (month === undefined) return null;
    const met = month.entries.filter(isMeeting);
    if (ground.random.chance(0.5)) {
      // Talks there were, but none of the kind that every month has to have.
      month.entries = month.entries.map((entry) =>
        isMeeting(entry) ? { ...entry, activity: 'motivationalTalks' as const } : entry,
      );
      return single('MANDATORY_MISSING', month, 'other talks instead');
    }
    month.entries = month.entries.filter((entry) => !isMeeting(entry));
    give(
      month,
      met.reduce((sum, { minutes }) => sum + minutes, 0),
      ground,
    );
    setRight(month);
    return single('MANDATORY_MISSING', month, 'none at all');
  },
  nearMiss: (ground) => {
    const month = ground.free.find((one) => isWhole(one) && one.entries.some(isMeeting));
    if (month === undefined) return null;
    let shortened = 0;
    month.entries = month.entries.map((entry) => {
      if (!isMeeting(entry)) return entry;
      shortened += entry.minutes - 15;
      return { ...entry, minutes: 15 };
    });
    give(month, shortened, ground);
    setRight(month);
    return single('MANDATORY_MISSING', month, 'meetings of a quarter', 'nearMiss');
  },
};

const belowMinimum: Kind = {
  code: 'BELOW_MINIMUM',
  permille: 1.3,
  size: 1,
  fault: (ground) => {
    const month = ground.free.find((one) => one.nothing === null && leastSupportOf(one) > 60);
    if (month === undefined) return null;
    const least = leastSupportOf(month);
    const isJust = ground.random.chance(0.4);
    const aim = isJust
      ? 15 * (Math.ceil(least / 15) - 1)
      : quarters(least * (0.3 + 0.55 * ground.random.next()));
    take(month, supportOf(month.entries).all - aim, true);
    setRight(month);
    return supportOf(month.entries).all < least
      ? single('BELOW_MINIMUM', month, isJust ? 'by a quarter' : 'by far')
      : null;
  },
  nearMiss: (ground) => {
    const month = ground.free.find((one) => one.nothing === null && leastSupportOf(one) > 60);
    if (month === undefined) return null;
    const aim = 15 * Math.ceil(leastSupportOf(month) / 15);
    take(month, supportOf(month.entries).all - aim, true);
    setRight(month);
    return single('BELOW_MINIMUM', month, 'exactly as much', 'nearMiss');
  },
};

/** Takes support from the office to the telephone until `enough` of it is gone; meetings stay where they are. */
function takeAway(month: StayMonth, enough: (onSite: number, all: number) => boolean): void {
  let { all, onSite } = supportOf(month.entries);
  month.entries = month.entries.map((entry) => {
    const isMoved = isSupport(entry.activity) && entry.form === 'onSite' && !isMeeting(entry);
    if (!isMoved || enough(onSite - entry.minutes, all)) return entry;
    onSite -= entry.minutes;
    return { ...entry, form: 'phone' };
  });
}

const tooLittleOnSite: Kind = {
  code: 'TOO_LITTLE_ON_SITE',
  permille: 1.1,
  size: 1,
  fault: ({ free, random }) => {
    const isFar = random.chance(0.5);
    const month = free.find((one) => isWhole(one) && hasLittleOnSite(one));
    if (month === undefined) return null;
    const share = isFar ? 0 : 0.36;
    takeAway(month, (onSite, all) => onSite < all * share);
    const { all, onSite } = supportOf(month.entries);
    return onSite * 2 < all ? single('TOO_LITTLE_ON_SITE', month, isFar ? 'by far' : 'near the line') : null;
  },
  nearMiss: ({ free }) => {
    const month = free.find((one) => isWhole(one));
    if (month === undefined) return null;
    takeAway(month, (onSite, all) => onSite * 2 < all);
    return single('TOO_LITTLE_ON_SITE', month, 'half, or just above', 'nearMiss');
  },
};

/** Whether what is beside meetings weighs enough to bring the share under the half. */
function hasLittleOnSite({ entries }: StayMonth): boolean {
  const { all } = supportOf(entries);
  const met = supportOf(entries.filter((entry) => isMeeting(entry) && entry.form === 'onSite')).onSite;
  return met * 2 < all - 60;
}

const impossibleDay: Kind = {
  code: 'IMPOSSIBLE_TIME',
  permille: 0.9,
  size: 1,
  fault: (ground) => {
    const over = 480 + 15 * (ground.random.chance(0.4) ? 1 : ground.random.int(2, 16));
    return fillDay(ground, over, over === 495 ? 'a quarter too much' : 'too much in a day');
  },
  nearMiss: (ground) => {
    const planting = fillDay(ground, 480, 'exactly eight hours', 'nearMiss');
    const month = planting?.used[0];
    const day = month?.entries.find((entry) => onDay(month.entries, entry.day).support === 480)?.day;
    // The participant's own time comes beside it.
    if (month !== undefined && day !== undefined && ground.random.chance(0.5))
      month.entries.push({ day, activity: 'ownWork', form: null, minutes: 120, coach: null });
    return planting;
  },
};

/** Moves support from the month's other days to one, where it then is so much. */
function fillDay(
  { free, random }: Ground,
  minutes: number,
  way: string,
  kind: 'fault' | 'nearMiss' = 'fault',
): Planting {
  const month = free.find(
    (one) =>
      one.dated &&
      isWhole(one) &&
      one.entries.some((entry) => isSupport(entry.activity) && !isMeeting(entry)),
  );
  const entry = month?.entries.find((one) => isSupport(one.activity) && !isMeeting(one));
  if (month === undefined || entry === undefined) return null;
  const { day, activity } = entry;
  const missing = minutes - onDay(month.entries, day).support;
  const others = month.entries.filter((one) => one.day !== day);
  const moved = { ...month, entries: others };
  take(moved, missing);
  month.entries = [...month.entries.filter((one) => one.day === day), ...moved.entries];
  // In one sitting, or in several that look innocent.
  const parts = random.chance(0.5) ? [missing] : halves(missing);
  for (const part of parts) month.entries.push({ day, activity, form: 'onSite', minutes: part, coach: null });
  setRight(month);
  return single('IMPOSSIBLE_TIME', month, way, kind);
}

function halves(minutes: number): readonly number[] {
  const half = quarters(minutes / 2);
  return half === 0 ? [minutes] : [half, minutes - half];
}

const unlikelyLevel: Kind = {
  code: 'UNLIKELY_LEVEL',
  permille: 1,
  size: 1,
  fault: (ground) => {
    const month = ground.free.find((one) => isWhole(one));
    if (month === undefined) return null;
    const isExtreme = ground.random.chance(0.5);
    const hours = isExtreme ? ground.random.int(38, 70) : ground.random.int(24, 37);
    give(month, hours * 60 - supportOf(month.entries).all, ground);
    setRight(month);
    return single('UNLIKELY_LEVEL', month, isExtreme ? 'a working week and more' : 'three times the usual');
  },
  nearMiss: (ground) => {
    const month = ground.free.find((one) => isWhole(one));
    if (month === undefined) return null;
    give(month, ground.random.int(13, 15) * 60 - supportOf(month.entries).all, ground);
    setRight(month);
    return single('UNLIKELY_LEVEL', month, 'much, as some have', 'nearMiss');
  },
};

const meetingInterval: Kind = {
  code: 'MEETING_INTERVAL',
  permille: 1.1,
  size: 1,
  fault: (ground) => {
    const month = ground.free.find((one) => one.dated && isWhole(one) && meetingDays(one).length >= 3);
    const [first, , third] = month === undefined ? [] : meetingDays(month);
    if (month === undefined || first === undefined || third === undefined || third - first < 15) return null;
    const left = month.entries.filter((entry) => isMeeting(entry) && entry.day > first && entry.day < third);
    for (const entry of left) replace(month, entry, 0);
    give(
      month,
      left.reduce((sum, { minutes }) => sum + minutes, 0),
      ground,
    );
    setRight(month);
    return single('MEETING_INTERVAL', month, `${third - first} days between`);
  },
};

const onSiteMeetingInterval: Kind = {
  code: 'MEETING_INTERVAL',
  permille: 0.5,
  size: 1,
  fault: ({ free, before }) => {
    const month = free.find((one) => {
      const earlier =
        before(one)?.entries.filter((entry) => isMeeting(entry) && entry.form === 'onSite') ?? [];
      const last = Math.max(0, ...earlier.map(({ day }) => day));
      return one.dated && isWhole(one) && last > 0 && one.service.to - last > 32 && hasLittleOnSite(one);
    });
    if (month === undefined) return null;
    month.entries = month.entries.map((entry) =>
      isMeeting(entry) ? { ...entry, form: 'video' as const } : entry,
    );
    let { all, onSite } = supportOf(month.entries);
    month.entries = month.entries.map((entry) => {
      if (onSite * 2 >= all || isMeeting(entry) || !isSupport(entry.activity) || entry.form === 'onSite')
        return entry;
      onSite += entry.minutes;
      return { ...entry, form: 'onSite' as const };
    });
    return single('MEETING_INTERVAL', month, 'none on site in four weeks');
  },
};

export function meetingDays({ entries }: Pick<StayMonth, 'entries'>): readonly number[] {
  return [...new Set(entries.filter(isMeeting).map(({ day }) => day))].toSorted((a, b) => a - b);
}

export const CONTENT_KINDS: readonly Kind[] = [
  mandatoryMissing,
  belowMinimum,
  tooLittleOnSite,
  impossibleDay,
  unlikelyLevel,
  meetingInterval,
  onSiteMeetingInterval,
];
