import { isSupport } from '#lib/domain/activity/activity.ts';
import type { Day } from '#prisma/seed/national/days.ts';
import { instantOf } from '#prisma/seed/national/days.ts';
import { type Absence, isMeeting, type StayMonth } from '#prisma/seed/national/months.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import { openDays, setRight, take } from '#prisma/seed/national/plant/change.ts';
import { type Ground, isWhole, type Kind, type Planting, single } from '#prisma/seed/national/plant/plant.ts';

// Faults that the log's days tell of, beside deviation reports or beside what a coach did with others.

const absentButActive: Kind = {
  code: 'ABSENT_BUT_ACTIVE',
  permille: 1.1,
  size: 1,
  fault: (ground) => {
    const { random } = ground;
    const month = undisturbed(ground);
    if (month === undefined) return null;
    const own = month.entries.find(
      ({ activity, day }) =>
        activity === 'ownWork' && !month.entries.some((one) => one.day === day && isSupport(one.activity)),
    );
    const way = random.int(1, 10);
    if (way === 1 && own !== undefined) {
      month.absences.push(away(ground, own.day, 1));
      return single('ABSENT_BUT_ACTIVE', month, 'own work on the day');
    }
    const entry = random.one(month.entries.filter(({ activity }) => isSupport(activity)));
    const isLong = way <= 5;
    const from = isLong ? Math.max(month.service.from, entry.day - random.int(0, 3)) : entry.day;
    const length = isLong ? Math.min(5, month.service.to - from) : 1;
    month.absences.push(away(ground, from, Math.max(length, entry.day - from + 1)));
    return single('ABSENT_BUT_ACTIVE', month, isLong ? 'in days of illness' : 'on the day');
  },
  nearMiss: (ground) => {
    const month = undisturbed(ground);
    if (month === undefined) return null;
    const entry = ground.random.one(month.entries.filter(({ activity }) => isSupport(activity)));
    const absence = away(ground, entry.day, 1);
    const isTakenBack = ground.random.chance(0.4);
    month.absences.push(
      isTakenBack ? { ...absence, status: 'withdrawn' } : { ...absence, absent: absence.expected / 2 },
    );
    return single(
      'ABSENT_BUT_ACTIVE',
      month,
      isTakenBack ? 'absence taken back' : 'half the day',
      'nearMiss',
    );
  },
};

/** Somebody who was not away in the month. */
function undisturbed({ free }: Ground): StayMonth | undefined {
  return free.find(
    (one) =>
      one.dated && one.absences.length === 0 && one.entries.some(({ activity }) => isSupport(activity)),
  );
}

function away({ random, newId }: Ground, from: Day, length: number): Absence {
  const expected = 120 * length;
  const cause = length > 1 ? 'sick' : random.one(['sick', 'careOfChild', 'unknown'] as const);
  return { id: newId(), from, to: from + length, cause, expected, absent: expected, status: 'approved' };
}

/** Minutes of a coach's day, all participants together; what was logged for several in one step is one activity. */
const COACH_DAY = 1440;

/** A day on which a coach has given more than there are hours, for many participants one by one. */
const impossibleCoachDay: Kind = {
  code: 'IMPOSSIBLE_TIME',
  permille: 1.2,
  size: 12,
  fault: (ground) => {
    const over = ground.random.chance(0.3) ? 15 : 15 * ground.random.int(2, 24);
    return fillCoachDay(ground, COACH_DAY + over, 'coach beyond a day and night');
  },
  nearMiss: (ground) => {
    if (ground.random.chance(0.5))
      return fillCoachDay(ground, COACH_DAY, 'coach with exactly a day and night', 'nearMiss');
    return groupOnDay(ground);
  },
};

/** A coach and a day with at least so many months that are still free. */
function crowded({ story, free, days, random }: Ground, least: number) {
  for (const coach of random.shuffled(story.coaches)) {
    const own = free.filter(
      (month) => month.dated && isWhole(month) && month.stay.coachPersonId === coach.personId,
    );
    if (own.length < least) continue;
    const count = Math.min(own.length, random.int(least, least + 6));
    const months = own.slice(0, count);
    const open = months.map((month) => new Set(openDays(month, days)));
    const [some] = open;
    const common = random
      .shuffled([...(some ?? [])])
      .find(
        (day) =>
          open.every((all) => all.has(day)) &&
          months.every((month) => !month.entries.some((entry) => entry.day === day)),
      );
    if (common !== undefined) return { coach: coach.personId, day: common, months };
  }
  return null;
}

function fillCoachDay(
  ground: Ground,
  minutes: number,
  way: string,
  kind: 'fault' | 'nearMiss' = 'fault',
): Planting {
  const found = crowded(ground, 6);
  if (found === null) return null;
  const { coach, day, months } = found;
  let left = minutes - givenBy(ground, coach, day);
  if (left < 15 * months.length || left > 400 * months.length) return null;
  for (const [at, month] of months.entries()) {
    const part = Math.ceil(left / (months.length - at) / 15) * 15;
    take(month, part);
    month.entries.push({ day, activity: 'information', form: 'onSite', minutes: part, coach });
    setRight(month);
    left -= part;
  }
  ground.story.ledger.add(coach, day, minutes - ground.story.ledger.given(coach, day));
  return {
    used: months,
    planted: months.map(({ id }) => ({ code: 'IMPOSSIBLE_TIME', subject: 'report', id, way, kind })),
  };
}

/** A course of two and a half hours for many, logged in one step: more together than a day has, and nothing wrong with it. */
function groupOnDay(ground: Ground): Planting {
  const found = crowded(ground, 10);
  if (found === null || givenBy(ground, found.coach, found.day) > 600) return null;
  const { coach, day, months } = found;
  const together = instantOf(day, 15, ground.random.int(0, 3000));
  for (const month of months) {
    take(month, 150);
    month.entries.push({ day, activity: 'information', form: 'onSite', minutes: 150, coach, together });
    setRight(month);
  }
  return {
    used: months,
    planted: months.map(({ id }) => ({
      code: 'IMPOSSIBLE_TIME',
      subject: 'report',
      id,
      way: 'a group in one step',
      kind: 'nearMiss',
    })),
  };
}

/** What a coach has given on a day, by the log as it is now. */
export function givenBy({ story }: Pick<Ground, 'story'>, coach: string, day: Day): number {
  return coachDays(story, day).get(`${coach} ${day}`) ?? 0;
}

/** What each coach has given on each day, or on one of them; what was logged for several in one step is one activity. */
export function coachDays(story: OfficeStory, only?: Day): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const groups = new Set<string>();
  for (const month of story.months) {
    if (!month.dated || (only !== undefined && (only < month.service.from || only >= month.service.to)))
      continue;
    for (const { coach, day, activity, minutes, together } of month.entries) {
      if (coach === null || (only !== undefined && day !== only) || !isSupport(activity)) continue;
      const group = `${together} ${coach} ${activity} ${minutes}`;
      if (together !== undefined && groups.has(group)) continue;
      groups.add(group);
      sums.set(`${coach} ${day}`, (sums.get(`${coach} ${day}`) ?? 0) + minutes);
    }
  }
  return sums;
}

/** What the participant says was not so: an entry, or where the provider keeps its own log, a row of the report. */
const disputed: Kind = {
  code: 'PARTICIPANT_DISPUTES',
  permille: 1,
  size: 1,
  fault: ({ free, random }) => {
    const month = free.find(
      ({ nothing, entries }) => nothing === null && entries.some(({ activity }) => isSupport(activity)),
    );
    if (month === undefined) return null;
    month.answer = { at: random.int(0, month.entries.length - 1), says: ['disputed'] };
    return single('PARTICIPANT_DISPUTES', month, month.dated ? 'an entry' : 'a row');
  },
  nearMiss: ({ free, random }) => {
    const month = free.find(({ entries }) => entries.some(isMeeting));
    if (month === undefined) return null;
    const isChanged = random.chance(0.5);
    month.answer = { at: 0, says: isChanged ? ['disputed', 'confirmed'] : ['confirmed'] };
    return single('PARTICIPANT_DISPUTES', month, isChanged ? 'confirmed after all' : 'confirmed', 'nearMiss');
  },
};

export const DAY_KINDS: readonly Kind[] = [absentButActive, disputed];
/** Last of all: what another kind takes of somebody's day, it takes of the coach's. */
export const COACH_DAY_KINDS: readonly Kind[] = [impossibleCoachDay];
