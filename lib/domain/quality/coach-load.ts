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

/**
 * At most the terms' participants for a full-time coach (service description section 6). Every coach is taken to work full
 * time: how much each works is not known, so that a part-time coach can be over without being counted as it.
 */
export function coachLoad(
  { participants, soon, soonOn }: CoachLoad,
  { participantsPerCoach: most }: Pick<Terms, 'participantsPerCoach'>,
): Standing<'coachLoad'> {
  const common = { requirement: 'coachLoad', value: participants, limit: most, since: null } as const;
  if (participants > most) {
    return {
      ...common,
      state: 'broken',
      until: null,
      because: { code: 'COACH_TOO_MANY', participants, most },
    };
  }
  return soon > most
    ? { ...common, state: 'near', until: soonOn, because: { code: 'COACH_SOON', participants, most, soon } }
    : { ...common, state: 'met', until: null, because: { code: 'COACH_WITHIN', participants, most } };
}
