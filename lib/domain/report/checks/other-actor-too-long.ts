import type { Check } from '#lib/domain/report/check.ts';

/** Another actor's measure takes at most three calendar months in all (by the terms; review section 1). */
export const otherActorTooLong: Check = ({ content, facts, terms }) => {
  const row = content.rows.findIndex(({ activity }) => activity === 'otherActor');
  if (row === -1) return [];
  const months = new Set([...facts.otherActorMonths, facts.month]).size;
  const most = terms.otherActorMonths;
  return months > most
    ? [{ code: 'OTHER_ACTOR_TOO_LONG', severity: 'block', facts: { months, most }, row, column: 'activity' }]
    : [];
};
