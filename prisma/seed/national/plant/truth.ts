import { isSupport } from '#lib/domain/activity/activity.ts';
import type { Batch } from '#prisma/seed/national/batches.ts';
import { SECONDS_A_REPORT } from '#prisma/seed/national/batches.ts';
import { activeOn } from '#prisma/seed/national/coaches.ts';
import { isMeeting, leastSupportOf, onDay, type StayMonth, supportOf } from '#prisma/seed/national/months.ts';
import { type OfficeStory, wholeDays } from '#prisma/seed/national/office-story.ts';
import { dueOf } from '#prisma/seed/national/plant/groups.ts';
import type { FaultCode } from '#prisma/seed/national/plant/planted.ts';

/** What is wrong with a month, told from what happened and from the contract alone – never by asking a check. */
export type Truth = { readonly faults: ReadonlySet<FaultCode>; readonly open: ReadonlySet<FaultCode> };

/** What a month is held against. */
export type Beside = {
  readonly story: OfficeStory;
  readonly batch: Batch | null;
  /** Minutes by coach and day, all participants together. */
  readonly coachDays: ReadonlyMap<string, number>;
  readonly before: StayMonth | null;
};

const EVERY_DAYS = 14;
const ON_SITE_EVERY_DAYS = 28;
const MOST_PARTICIPANTS = 50;
const MOST_MINUTES = { participant: 480, coach: 1440 };
const LEAST_OF_BATCH = 10;

/**
 * Service description section 6 and review section 1, in the words of this generator's own months: a fault that was planted can bring
 * others with it – a month without meetings also has too long between them – and they are no false alarms.
 */
export function truthOf(month: StayMonth, { story, batch, coachDays, before }: Beside): Truth {
  const faults = new Set<FaultCode>();
  const open = new Set<FaultCode>();
  const { all, onSite } = supportOf(month.entries);
  if (all < leastSupportOf(month)) (month.nothing === null ? faults : open).add('BELOW_MINIMUM');
  if (onSite * 2 < all) faults.add('TOO_LITTLE_ON_SITE');
  if (month.nothing === null && !month.entries.some(isMeeting)) faults.add('MANDATORY_MISSING');
  if (month.sentOn !== null && month.sentOn > dueOf(month)) faults.add('LATE');
  if (month.answer?.says.at(-1) === 'disputed') faults.add('PARTICIPANT_DISPUTES');
  if (atADistance(month) && before !== null && before.sentOn !== null && atADistance(before))
    faults.add('DISTANCE_ONLY');
  const coach = month.stay.coachPersonId;
  if (coach !== null && hasTooMany(story, coach, month)) faults.add('COACH_OVERLOAD');
  if (
    batch !== null &&
    !batch.standing &&
    batch.months.length >= LEAST_OF_BATCH &&
    batch.read < batch.months.length * SECONDS_A_REPORT
  )
    faults.add('RUSHED_BATCH');
  if (month.dated) addOfDays(month, { coachDays, before }, { faults, open });
  return { faults, open };
}

function atADistance({ entries }: StayMonth): boolean {
  const { all, onSite } = supportOf(entries);
  return all > 0 && onSite === 0;
}

/** More than fifty on the last day of the month: the day that both agree on. */
function hasTooMany(story: OfficeStory, coach: string, { month }: StayMonth): boolean {
  const own = story.stays.filter(({ coachPersonId }) => coachPersonId === coach);
  return activeOn(own, month.to - 1) > MOST_PARTICIPANTS;
}

function addOfDays(
  month: StayMonth,
  { coachDays, before }: Pick<Beside, 'coachDays' | 'before'>,
  { faults, open }: { readonly faults: Set<FaultCode>; readonly open: Set<FaultCode> },
): void {
  const away = new Set(month.absences.flatMap((absence) => wholeDays(absence)));
  if (month.entries.some(({ day }) => away.has(day))) faults.add('ABSENT_BUT_ACTIVE');
  const impossible = month.entries.some(
    ({ day, activity, coach }) =>
      isSupport(activity) &&
      (onDay(month.entries, day).support > MOST_MINUTES.participant ||
        (coach !== null && (coachDays.get(`${coach} ${day}`) ?? 0) > MOST_MINUTES.coach)),
  );
  if (impossible) faults.add('IMPOSSIBLE_TIME');
  if (waitsTooLong(month, before)) {
    // Beside a month in which somebody took part in nothing, only a wait within this one is told for sure.
    const isOpen = month.nothing !== null || (before !== null && before.nothing !== null);
    (isOpen && !waitsWithin(month) ? open : faults).add('MEETING_INTERVAL');
  }
}

/**
 * More than fourteen days from one meeting to the next, or twenty-eight to the next on site. A series begins with the placement; of
 * two months without any, no more is known than that both were.
 */
function waitsTooLong(month: StayMonth, before: StayMonth | null): boolean {
  const first = before ?? month;
  const isBeginning = month.stay.from === first.service.from;
  const met = [...(before?.entries ?? []), ...month.entries].filter((entry) => isMeeting(entry));
  const onSite = met.filter(({ form }) => form === 'onSite');
  const daysOf = (entries: readonly { readonly day: number }[]): readonly number[] => {
    const days = entries.map(({ day }) => day).toSorted((a, b) => a - b);
    return isBeginning || days.length === 0 ? [first.service.from, ...days] : days;
  };
  return hasGap(daysOf(met), EVERY_DAYS, month) || hasGap(daysOf(onSite), ON_SITE_EVERY_DAYS, month);
}

function waitsWithin({ entries }: StayMonth): boolean {
  const days = entries
    .filter((entry) => isMeeting(entry))
    .map(({ day }) => day)
    .toSorted((a, b) => a - b);
  return days.some((day, at) => (days[at + 1] ?? day) - day > EVERY_DAYS);
}

/** A wait beyond the limit that shows in the month: between two days, or from the last of them to its last day of service. */
function hasGap(days: readonly number[], every: number, { service }: StayMonth): boolean {
  return days.some((day, at) => {
    const next = days[at + 1] ?? service.to - 1;
    return next - day > every && next >= service.from;
  });
}
