import type { Check } from '#lib/domain/report/check.ts';
import { isOverloaded } from '#lib/domain/quality/coach-load.ts';

/** The coach has no more participants than the terms allow a full-time coach (review section 1; service description section 6). */
export const coachOverload: Check = ({ facts: { compared }, terms }) => {
  const coach = compared?.coach ?? null;
  if (coach === null || !isOverloaded(coach, terms)) return [];
  return [
    {
      code: 'COACH_OVERLOAD',
      severity: 'flag',
      facts: { ...coach, most: terms.participantsPerCoach },
      row: null,
      column: 'implementation_reference',
    },
  ];
};
