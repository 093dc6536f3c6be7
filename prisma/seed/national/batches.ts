import type { Day } from '#prisma/seed/national/days.ts';
import type { StayMonth } from '#prisma/seed/national/months.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import { LOG_MONTHS } from '#prisma/seed/national/shape.ts';

/** Reports of a month that an office sent on a day, under one signature. */
export type Batch = {
  readonly id: string;
  readonly shownId: string;
  readonly signatory: string;
  readonly sentOn: Day;
  /** Hour of the clock in UTC, and seconds past it. */
  readonly hour: number;
  readonly seconds: number;
  /** Sent by the provider's own system under a standing signature: nobody reads it first. */
  readonly standing: boolean;
  readonly source: 'form' | 'file' | 'api';
  readonly months: readonly StayMonth[];
  /** Seconds from when the batch was shown until it was signed. */
  read: number;
};

/** Least seconds in which a report can be read: whoever takes less has not read it. */
export const SECONDS_A_REPORT = 2;

/** What an office sent of the months that came in here, signature by signature, each read as long as it takes. */
export function batchesOf(story: OfficeStory, random: Random, newId: () => string): readonly Batch[] {
  const { provider } = story.office;
  const byDay = new Map<string, StayMonth[]>();
  for (const month of story.months) {
    if (month.sentOn === null || month.month.ago > LOG_MONTHS) continue;
    const key = `${month.month.ago} ${month.sentOn}`;
    byDay.set(key, [...(byDay.get(key) ?? []), month]);
  }
  const standing = provider.ownLog && provider.nth % 2 === 0;
  const signatory =
    provider.signatories[provider.offices.indexOf(story.office) % provider.signatories.length];
  if (signatory === undefined) throw new Error(`Nobody signs at ${provider.name}`);
  return [...byDay.values()].flatMap((months) => {
    const sentOn = months[0]?.sentOn ?? null;
    if (sentOn === null) return [];
    return [
      {
        id: newId(),
        shownId: newId(),
        signatory: signatory.personId,
        sentOn,
        hour: random.int(6, 18),
        seconds: random.int(0, 3000),
        standing,
        source: standing ? 'api' : provider.ownLog ? 'file' : 'form',
        months,
        read: months.length * SECONDS_A_REPORT + random.int(20, 60 * (5 + months.length)),
      },
    ];
  });
}
