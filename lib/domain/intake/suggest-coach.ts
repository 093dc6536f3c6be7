import { participantsSoon, type Workload, worksAtOffice } from '#lib/domain/intake/workload.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a suggestion looks at of a participant. */
export type ToSuggestFor = {
  readonly officeId: string;
  readonly from: PlainDate;
  readonly language: string;
  readonly needsLanguageSupport: boolean;
  /** Who was their coach at the provider before; null where there was none. */
  readonly earlierCoachPersonId: string | null;
  readonly protected: boolean;
};

/** A coach to consider, and why: facts that can be read out, the weightiest first. */
export type Suggestion = {
  readonly personId: string;
  readonly name: string;
  readonly because: readonly ('earlierCoach' | 'language' | 'fewest')[];
  readonly participants: number;
  readonly most: number;
};

/**
 * The coach to consider for a new participant, or null where nobody has room. Only coaches of the office who are there on the
 * first day and stay within the terms' most. First whoever was their coach before, then who has logged support in the
 * participant's language where language support is needed, then who has the fewest within two weeks; by id where all is
 * equal. Nobody is suggested for a participant with protected identity: they are handled by those who are named. Nothing is
 * chosen by it.
 */
export function suggestCoach(
  of: ToSuggestFor,
  coaches: readonly Workload[],
  most: number,
  today: PlainDate,
): Suggestion | null {
  if (of.protected) return null;
  const firstDay = of.from > today ? of.from : today;
  const able = coaches.filter(
    (coach) =>
      coach.isCoach &&
      worksAtOffice(coach, of.officeId) &&
      participantsSoon(coach, 1) <= most &&
      !isAway(coach, firstDay),
  );
  const fewest = Math.min(...able.map((coach) => participantsSoon(coach)));
  const ranked = able
    .map((coach) => ({ coach, because: reasonsFor(coach, of, fewest) }))
    .toSorted(
      (a, b) =>
        weightOf(b.because) - weightOf(a.because) ||
        participantsSoon(a.coach) - participantsSoon(b.coach) ||
        (a.coach.personId < b.coach.personId ? -1 : 1),
    );
  const [best] = ranked;
  if (best === undefined) return null;
  const { personId, name } = best.coach;
  return { personId, name, because: best.because, participants: participantsSoon(best.coach), most };
}

function isAway({ absence }: Workload, on: PlainDate): boolean {
  return absence !== null && absence.from <= on && on < absence.to;
}

function reasonsFor(coach: Workload, of: ToSuggestFor, fewest: number): Suggestion['because'] {
  const because: Suggestion['because'][number][] = [];
  if (coach.personId === of.earlierCoachPersonId) because.push('earlierCoach');
  if (of.needsLanguageSupport && coach.languages.includes(of.language)) because.push('language');
  if (participantsSoon(coach) === fewest) because.push('fewest');
  return because;
}

const WEIGHTS = { earlierCoach: 4, language: 2, fewest: 1 } as const;

function weightOf(because: Suggestion['because']): number {
  return because.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
}
