import type { Standing } from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A coach's participants with service days on a day, at all the provider's offices, and on a day soon. */
export type CoachLoad = {
  readonly participants: number;
  readonly soon: number;
  /** The day that `soon` is counted for. */
  readonly soonOn: PlainDate;
};

/** Whether a coach has more participants than the terms allow a full-time coach. */
export function isOverloaded(
  { participants }: Pick<CoachLoad, 'participants'>,
  { participantsPerCoach: most }: Pick<Terms, 'participantsPerCoach'>,
): boolean {
  return participants > most;
}

/**
 * At most the terms' participants for a full-time coach (service description section 6). Every coach is taken to work full
 * time: how much each works is not known, so that a part-time coach can be over without being counted as it.
 */
export function coachLoad(
  { participants, soon, soonOn }: CoachLoad,
  terms: Pick<Terms, 'participantsPerCoach'>,
): Standing<'coachLoad'> {
  const most = terms.participantsPerCoach;
  const common = { requirement: 'coachLoad', value: participants, limit: most, since: null } as const;
  if (isOverloaded({ participants }, terms)) {
    return {
      ...common,
      state: 'broken',
      until: null,
      because: { code: 'COACH_TOO_MANY', participants, most },
    };
  }
  return isOverloaded({ participants: soon }, terms)
    ? { ...common, state: 'near', until: soonOn, because: { code: 'COACH_SOON', participants, most, soon } }
    : { ...common, state: 'met', until: null, because: { code: 'COACH_WITHIN', participants, most } };
}
