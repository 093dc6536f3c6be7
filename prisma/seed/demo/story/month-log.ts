import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { LogKind, Stay } from '#prisma/seed/demo/story/participant-story.ts';
import type { StoryCalendar } from '#prisma/seed/demo/story/calendar.ts';
import { type Month, periodOf } from '#lib/shared/month.ts';
import { contains, createPeriod, intersect, type Period } from '#lib/shared/period.ts';
import { addDays, isoWeekday, type PlainDate, toEpochDay } from '#lib/shared/plain-date.ts';

export type StoryEntry = {
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  readonly language: string | null;
  readonly note: string;
};

/** The service days of a stay, or null where it ended on the day it began. */
export function serviceOf(stay: Stay): Period | null {
  const [first, last] = [stay.periods[0], stay.periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const created = createPeriod(first.from, stay.end ?? last.to);
  return created.ok ? created.value : null;
}

const WEEK: readonly (Omit<StoryEntry, 'date' | 'language'> & {
  readonly weekday: number;
  readonly every: number;
})[] = [
  {
    weekday: 2,
    every: 1,
    activity: 'practicalSupport',
    form: 'onSite',
    minutes: 90,
    note: 'Gick igenom annonser och skrev ansökningar.',
  },
  {
    weekday: 4,
    every: 1,
    activity: 'languageSkills',
    form: 'onSite',
    minutes: 90,
    note: 'Svenska för arbetsplatsen i grupp.',
  },
  {
    weekday: 3,
    every: 2,
    activity: 'employerContacts',
    form: 'phone',
    minutes: 30,
    note: 'Ringde arbetsgivare tillsammans.',
  },
  {
    weekday: 4,
    every: 3,
    activity: 'careerGuidance',
    form: 'video',
    minutes: 45,
    note: 'Gick igenom betyg och vägar vidare.',
  },
  {
    weekday: 3,
    every: 2,
    activity: 'digitalSkills',
    form: 'onSite',
    minutes: 60,
    note: 'E-post, e-legitimation och jobbsajter.',
  },
  {
    weekday: 5,
    every: 4,
    activity: 'motivationalTalks',
    form: 'onSite',
    minutes: 30,
    note: 'Samtal om hur det går.',
  },
  {
    weekday: 5,
    every: 1,
    activity: 'ownWork',
    form: null,
    minutes: 120,
    note: 'Söker jobb på egen hand enligt planen.',
  },
];

/**
 * What was done with a participant in a month: on working days of the service, before `until`, in the way of `kind`. Only
 * planned activities; a meeting on the first working day, then one a week, every other on site.
 */
export function monthLog(
  stay: Stay,
  month: Month,
  kind: LogKind,
  given: { readonly calendar: StoryCalendar; readonly language: string | null; readonly until: PlainDate },
): readonly StoryEntry[] {
  const service = serviceOf(stay);
  const days = service === null ? null : intersect(service, periodOf(month));
  const planned = stay.plan?.activities;
  if (days === null || planned === undefined || kind === 'nothing') return [];
  const workdays = datesOf(days).filter((date) => given.calendar.isWorkday(date) && date < given.until);
  const entries = workdays.flatMap((date, nth) =>
    dayLog(date, weekOf(days, date), nth === 0, given.language),
  );
  return asKind(
    kind,
    entries.filter(({ activity }) => planned.includes(activity)),
    workdays,
  );
}

function dayLog(
  date: PlainDate,
  week: number,
  isFirst: boolean,
  language: string | null,
): readonly StoryEntry[] {
  const regular = WEEK.filter(({ weekday, every }) => weekday === isoWeekday(date) && week % every === 0).map(
    ({ activity, form, minutes, note }) => ({
      date,
      activity,
      form,
      minutes,
      note,
      language: activity === 'ownWork' ? null : language,
    }),
  );
  const isMeeting = isFirst || (isoWeekday(date) === 1 && week > 0);
  return isMeeting ? [meeting(date, isFirst || week % 2 === 0, language), ...regular] : regular;
}

function meeting(date: PlainDate, onSite: boolean, language: string | null): StoryEntry {
  const form = onSite ? 'onSite' : 'video';
  const note = onSite ? 'Träffades på kontoret och följde upp planen.' : 'Möte med video.';
  return { date, activity: 'individualMeeting', form, minutes: onSite ? 60 : 45, language, note };
}

function asKind(
  kind: Exclude<LogKind, 'nothing'>,
  entries: readonly StoryEntry[],
  workdays: readonly PlainDate[],
): readonly StoryEntry[] {
  const [first] = workdays;
  switch (kind) {
    case 'full':
      return entries;
    case 'partial':
      return entries.filter(({ date }) => date === first);
    case 'remote':
      return entries.map((entry) => (entry.form === 'onSite' ? { ...entry, form: 'phone' as const } : entry));
    case 'noMeeting':
      return entries.filter(({ activity }) => activity !== 'individualMeeting');
    case 'offPlan': {
      const date = workdays[Math.floor(workdays.length / 2)];
      const beside = {
        activity: 'shortTraining',
        form: 'onSite',
        minutes: 180,
        language: null,
        note: 'Truckkort, teoridel.',
      } as const;
      return date === undefined ? entries : [...entries, { ...beside, date }];
    }
  }
}

function datesOf(period: Period): readonly PlainDate[] {
  const dates: PlainDate[] = [];
  for (let date = period.from; contains(period, date); date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** How many Mondays of the period have been by then: weeks of the month, counted from its first service day. */
function weekOf(period: Period, date: PlainDate): number {
  return mondaysUntil(date) - mondaysUntil(addDays(period.from, -1));
}

/** Mondays from some Monday long ago up to and with the day; 1970-01-05 was one. */
function mondaysUntil(date: PlainDate): number {
  return Math.floor((toEpochDay(date) + 3) / 7);
}
