import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import type { Deviation } from '#lib/domain/deviation-report/deviation.ts';
import type { FinalReport } from '#lib/domain/final-report/final-report.ts';
import { dateOf, type Day, type Days } from '#prisma/seed/national/days.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';
import { sentencesAbout } from '#prisma/seed/national/texts.ts';

/** A document with words of its own, before it is written. */
export type ToldDocument = {
  readonly id: string;
  readonly stay: Stay;
  readonly sentOn: Day;
  readonly dueOn: Day;
} & (
  | { readonly kind: 'finalReport'; content: FinalReport }
  | { readonly kind: 'deviationReport'; content: Deviation }
);

/** Final reports that the portal holds are of placements that ended in the month under review or since. */
const FINAL_REPORTS = 0.7;
/** Months in which something beside absence was reported. */
const EVENTS = 0.03;
const DUE_DAYS = 7;
const MOST_ACTIVITIES = 4;

type Given = { readonly random: Random; readonly days: Days; readonly newId: () => string };

/** What an office wrote in words: final reports of those who ended, and what happened beside absence. */
export function documentsOf({ stays, months, plans }: OfficeStory, given: Given): readonly ToldDocument[] {
  const { random, days, newId } = given;
  const since = days.month(1).from;
  const finals = stays.flatMap((stay): readonly ToldDocument[] => {
    const { end, coachPersonId } = stay;
    if (
      end === null ||
      end < since ||
      end + 3 > days.today ||
      coachPersonId === null ||
      !random.chance(FINAL_REPORTS)
    )
      return [];
    const planned = ACTIVITY_CODES.filter((code) => plans.get(stay)?.has(code)).slice(0, MOST_ACTIVITIES);
    const content = finalReportOf(stay, planned, random);
    return [
      {
        id: newId(),
        stay,
        sentOn: end + random.int(1, 3),
        dueOn: end + DUE_DAYS,
        kind: 'finalReport',
        content,
      },
    ];
  });
  const events = months.flatMap(({ stay, month, service }): readonly ToldDocument[] => {
    if (month.ago > 1 || stay.coachPersonId === null || !random.chance(EVENTS)) return [];
    const on = random.int(service.from, service.to - 1);
    const content = eventOf(stay, on, random);
    return [{ id: newId(), stay, sentOn: on, dueOn: on, kind: 'deviationReport', content }];
  });
  return [...finals, ...events];
}

function finalReportOf(
  stay: Stay,
  planned: readonly (typeof ACTIVITY_CODES)[number][],
  random: Random,
): FinalReport {
  const { given: name } = stay.participant;
  const told = (least: number, most: number): string =>
    sentencesAbout(name, random.int(least, most), random).join(' ');
  return {
    main:
      stay.endReason === 'switch'
        ? { occupation: 'switched' }
        : stay.endReason === 'outcome'
          ? {
              occupation: 'work',
              jobs: [{ field: 'Transport', group: 'Lagerarbetare', form: 'fixedTerm', extent: 100 }],
            }
          : { occupation: 'seeking', text: told(2, 3) },
    activities: planned.map((activity) => ({
      activity,
      done: told(2, 3),
      worked: told(2, 2),
      notWorked: told(2, 2),
    })),
    progress: told(4, 6),
    next: stay.endReason === 'outcome' ? '' : told(3, 4),
  };
}

function eventOf(stay: Stay, on: Day, random: Random): Deviation {
  const { given: name } = stay.participant;
  const told = (): string => sentencesAbout(name, random.int(2, 4), random).join(' ');
  const about = { type: 'event', from: dateOf(on), to: dateOf(on + 1) } as const;
  switch (random.int(1, 3)) {
    case 1:
      return { ...about, cause: 'declinedJob', followUp: { what: told(), reason: told() } };
    case 2:
      return { ...about, cause: 'declinedActivity', followUp: { what: told(), reason: told() } };
    default:
      return {
        ...about,
        cause: 'cannotBenefit',
        followUp: { problem: told(), done: told(), adapted: told() },
      };
  }
}
