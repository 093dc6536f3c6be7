import { type Day, type Days } from '#prisma/seed/national/days.ts';
import { EMPLOYERS, employerName } from '#prisma/seed/national/names.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import { orgNoOf } from '#prisma/seed/national/providers.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import { LOG_MONTHS } from '#prisma/seed/national/shape.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';

export type Employer = { readonly orgNo: string | null; readonly name: string };

/** Somewhere that a participant has been before. */
export type Earlier = {
  readonly kind: 'work' | 'education';
  readonly place: string;
  readonly fromYear: number;
  readonly toYear: number;
};

/** Work or studies that a placement led to, before it is written. */
export type ToldOutcome = {
  readonly id: string;
  readonly stay: Stay;
  readonly type: 'employment' | 'studies';
  readonly signalledOn: Day;
  from: Day;
  readonly extentPercent: number;
  employer: Employer;
  earlier: Earlier[];
};

type Given = { readonly random: Random; readonly days: Days; readonly newId: () => string };

/** What an office reported of those who left for work or studies in the last months; nobody has decided on it yet. */
export function outcomesOf({ stays }: OfficeStory, { random, days, newId }: Given): readonly ToldOutcome[] {
  const since = days.month(LOG_MONTHS - 1).from;
  return stays.flatMap((stay): readonly ToldOutcome[] => {
    const { end, endReason } = stay;
    if (end === null || endReason !== 'outcome' || end < since || stay.coachPersonId === null) return [];
    const type = random.chance(0.8) ? 'employment' : 'studies';
    const n = random.int(0, EMPLOYERS - 1);
    return [
      {
        id: newId(),
        stay,
        type,
        signalledOn: end,
        from: end,
        extentPercent: random.one([100, 100, 100, 75, 50]),
        employer: type === 'studies' ? { orgNo: null, name: 'Komvux' } : employer(n),
        // Elsewhere: some other employer, long ago.
        earlier: random.chance(0.6)
          ? [earlierAt(employerName((n + random.int(1, EMPLOYERS - 1)) % EMPLOYERS), random)]
          : [],
      },
    ];
  });
}

export function employer(n: number): Employer {
  return { orgNo: orgNoOf('5597', n + 1), name: employerName(n) };
}

/** Ended before any placement of the story began. */
export function earlierAt(place: string, random: Random, kind: Earlier['kind'] = 'work'): Earlier {
  const fromYear = random.int(2005, 2016);
  return { kind, place, fromYear, toYear: fromYear + random.int(1, 6) };
}
