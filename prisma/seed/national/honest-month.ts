import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { Day, Days, Span } from '#prisma/seed/national/days.ts';
import type { Ledger } from '#prisma/seed/national/ledger.ts';
import type { Meeting } from '#prisma/seed/national/meetings.ts';
import { type Entry, leastSupportOf, onDay, supportOf } from '#prisma/seed/national/months.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import { LEVEL_INDEX, PILOT } from '#prisma/seed/national/shape.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';

/** Activities beside meetings and own work that somebody's plan can have. */
const BESIDE = ACTIVITY_CODES.filter((code) => PILOT[code] !== undefined && code !== 'individualMeeting');

const WHATEVER_IS_LEFT: ReadonlySet<ActivityCode> = new Set([
  'practicalSupport',
  'employerContacts',
  'careerGuidance',
]);

/** What is drawn is topped up where it is less than the contract asks for: so much of the pilot's hours is drawn. */
const DRAWN = 1.7;
/** … and how often: what is topped up where nothing else was done is mostly practical support. */
const OFTEN = { practicalSupport: 0.82, others: 1.04 };
/** A month of this much support is the most that happens by itself, for thirty service days. */
const MOST_SUPPORT = 900;
/** Support of a whole month: about the same for everybody, whatever the level. */
const HOURS = { mean: 9.7, deviation: 1.9 };
const MOST_A_DAY = 300;
const OTHER_ACTOR_MONTHS = 3;

export type Wanted = {
  readonly stay: Stay;
  readonly service: Span;
  readonly plan: ReadonlySet<ActivityCode>;
  readonly meetings: readonly Meeting[];
  /** Days of whole absence: nothing is done on them. */
  readonly away: ReadonlySet<Day>;
  readonly programme: boolean;
  /** Months of the stay that have had another actor's measure; there are never more than three. */
  readonly otherActor: Set<string>;
};

/** The activities of somebody's plan, so that each is done as often as in the pilot. */
export function planActivities(stay: Stay, random: Random): ReadonlySet<ActivityCode> {
  const plan = new Set<ActivityCode>(['individualMeeting', 'ownWork']);
  for (const activity of BESIDE) if (random.chance(planShare(stay, activity))) plan.add(activity);
  // At least one more than the mandatory ones, and one that whatever is left can be given as.
  plan.add(plan.has('employerContacts') && random.chance(0.2) ? 'employerContacts' : 'practicalSupport');
  return plan;
}

function planShare({ level }: Stay, activity: ActivityCode): number {
  const share = PILOT[activity]?.share[LEVEL_INDEX[level]] ?? 0;
  return activity === 'practicalSupport' ? 0.97 : Math.min(0.92, 1.5 * share);
}

/**
 * What an honest provider does with somebody in a month: meetings as they fall, other activities as often and as long as in
 * the pilot, never less than the contract asks for, half of it on site, on working days that nobody was away.
 */
export function honestMonth(wanted: Wanted, random: Random, days: Days, ledger: Ledger): Entry[] {
  const { stay, service, away } = wanted;
  const open: Day[] = [];
  for (let day = service.from; day < service.to; day += 1)
    if (days.isWorkday(day) && !away.has(day)) open.push(day);
  if (open.length === 0) return [];
  const entries: Entry[] = [];
  const put = (day: Day, activity: ActivityCode, form: ActivityForm | null, minutes: number): void => {
    const coach = activity === 'ownWork' ? null : ledger.giver(stay.coachPersonId, day, minutes);
    ledger.add(coach, day, minutes);
    entries.push({ day, activity, form, minutes, coach });
  };
  const isProgramme = wanted.programme && wanted.meetings.length === 2 && service.to - service.from >= 28;
  for (const { day, form, minutes } of meetingsAs(isProgramme, wanted.meetings, random))
    put(day, 'individualMeeting', form, minutes);
  const amounts = isProgramme ? programmeAmounts(wanted) : amountsOf(wanted, supportOf(entries).all, random);
  for (const [activity, minutes] of amounts) {
    for (const part of partsOf(minutes, random)) {
      const form = isProgramme ? 'onSite' : formOf(activity, random);
      put(dayFor(part, open, entries, random), activity, form, part);
    }
  }
  for (const part of ownWork(isProgramme, service, random)) put(random.one(open), 'ownWork', null, part);
  return halfOnSite(entries);
}

function meetingsAs(isProgramme: boolean, meetings: readonly Meeting[], random: Random): readonly Meeting[] {
  if (isProgramme) return meetings.map(({ day }) => ({ day, form: 'onSite', minutes: 60 }));
  const [only] = meetings;
  // A month with one short meeting is rare: 98 of a hundred have an hour.
  if (meetings.length === 1 && only !== undefined && only.minutes < 60 && random.chance(0.85))
    return [{ ...only, minutes: 60 }];
  return meetings;
}

/** Minutes of each activity beside meetings. */
function amountsOf(
  { stay, service, plan, otherActor }: Wanted,
  met: number,
  random: Random,
): Map<ActivityCode, number> {
  const part = Math.min(1, (service.to - service.from) / 30);
  const amounts = new Map<ActivityCode, number>();
  for (const activity of BESIDE) {
    const pilot = PILOT[activity];
    if (pilot === undefined || !plan.has(activity)) continue;
    if (activity === 'otherActor' && otherActor.size >= OTHER_ACTOR_MONTHS) continue;
    const share = pilot.share[LEVEL_INDEX[stay.level]];
    const often = activity === 'practicalSupport' ? OFTEN.practicalSupport : OFTEN.others;
    if (!random.chance((share / planShare(stay, activity)) * often * (0.4 + 0.6 * part))) {
      if (random.chance(0.04 * part)) amounts.set(activity, random.one([15, 30, 45]));
      continue;
    }
    const beyond = Math.max(0, (pilot.hours[LEVEL_INDEX[stay.level]] * 60) / share - 60) * DRAWN * part;
    amounts.set(activity, 60 + quarters(-beyond * Math.log(1 - random.next())));
  }
  // Whatever was done, it comes to about as much for everybody, and to what the contract asks for.
  const usual = quarters(60 * part * (HOURS.mean + HOURS.deviation * random.normal()));
  const least = Math.ceil(leastSupportOf({ stay, service })) + 15 * random.int(0, 3);
  const aim = Math.max(least, usual) - met;
  scaleDown(amounts, aim);
  topUp(amounts, plan, aim, random);
  if (amounts.has('otherActor')) otherActor.add(String(service.from));
  const over =
    [...amounts.values()].reduce((sum, one) => sum + one, met) - MOST_SUPPORT * Math.max(part, 0.2);
  if (over > 0) cut(amounts, over);
  return amounts;
}

/** One of them: what takes long in the pilot is what is prolonged. */
function prolonged(activities: readonly ActivityCode[], random: Random): ActivityCode {
  return random.weighted(
    activities.map((activity) => {
      const pilot = PILOT[activity];
      const long = pilot === undefined ? 1 : pilot.hours[0] / pilot.share[0];
      return [activity, Math.max(0.5, long) ** 3] as const;
    }),
  );
}

/** Takes of everything alike until the sum is about `aim`; what was an hour or more stays an hour. */
function scaleDown(amounts: Map<ActivityCode, number>, aim: number): void {
  const sum = [...amounts.values()].reduce((all, one) => all + one, 0);
  if (sum <= aim) return;
  for (const [activity, minutes] of amounts)
    amounts.set(activity, Math.max(Math.min(60, minutes), quarters((minutes * Math.max(aim, 0)) / sum + 7)));
}

/** Raises what there is until the sum is at least `need`. */
function topUp(
  amounts: Map<ActivityCode, number>,
  plan: ReadonlySet<ActivityCode>,
  need: number,
  random: Random,
): void {
  const missing = need - [...amounts.values()].reduce((sum, one) => sum + one, 0);
  if (missing <= 0) return;
  const begun = [...amounts.keys()];
  const over = begun.length > 0 ? begun : [...plan].filter((activity) => WHATEVER_IS_LEFT.has(activity));
  const chosen = new Set([prolonged(over, random), prolonged(over, random)]);
  for (const activity of chosen)
    amounts.set(activity, (amounts.get(activity) ?? 0) + quarters(missing / chosen.size + 14));
}

function cut(amounts: Map<ActivityCode, number>, over: number): void {
  const [longest] = [...amounts].toSorted(([, a], [, b]) => b - a);
  if (longest === undefined) return;
  const [activity, minutes] = longest;
  const left = Math.max(60, minutes - quarters(over + 14));
  amounts.set(activity, left);
  if (minutes > left && over > minutes - left) cut(amounts, over - (minutes - left));
}

/** The same for everybody of the office's programme: eight hours in the first period, nine in the second. */
function programmeAmounts({ stay, service }: Wanted): Map<ActivityCode, number> {
  const isSecond = leastSupportOf({ stay, service }) > 360;
  return new Map<ActivityCode, number>([
    ['practicalSupport', isSecond ? 300 : 240],
    ['information', 120],
  ]);
}

function quarters(minutes: number): number {
  return 15 * Math.floor(minutes / 15);
}

/** Sittings of an activity, of which none is longer than two hours. */
function partsOf(minutes: number, random: Random): readonly number[] {
  const parts: number[] = [];
  for (let left = minutes; left > 0; ) {
    const part = left <= 120 ? left : random.one([60, 60, 90, 120]);
    parts.push(part);
    left -= part;
  }
  return parts;
}

function formOf(activity: ActivityCode, random: Random): ActivityForm {
  if (activity === 'employerContacts')
    return random.weighted([
      ['onSite', 45],
      ['phone', 40],
      ['video', 15],
    ]);
  return random.weighted([
    ['onSite', 72],
    ['video', 16],
    ['phone', 12],
  ]);
}

function dayFor(minutes: number, open: readonly Day[], entries: readonly Entry[], random: Random): Day {
  let best = random.one(open);
  for (let tries = 0; tries < 6; tries += 1) {
    if (onDay(entries, best).support + minutes <= MOST_A_DAY) return best;
    const other = random.one(open);
    if (onDay(entries, other).support < onDay(entries, best).support) best = other;
  }
  return best;
}

/** Four of five have own work by plan. */
function ownWork(isProgramme: boolean, service: Span, random: Random): readonly number[] {
  if (isProgramme) return [120, 120, 120, 120];
  if (!random.chance(0.82)) return [];
  const weeks = Math.max(1, Math.round((service.to - service.from) / 7));
  return Array.from({ length: weeks }, () => 15 * random.int(4, 16));
}

/** At least half of the support on site: what is given at a distance beyond that was given at the office. */
function halfOnSite(entries: Entry[]): Entry[] {
  let { all, onSite } = supportOf(entries);
  return entries.map((entry) => {
    const { activity, form, minutes } = entry;
    if (onSite * 2 >= all || activity === 'ownWork' || form === 'onSite') return entry;
    onSite += minutes;
    return { ...entry, form: 'onSite' };
  });
}
