import type { Check } from '#lib/domain/report/check.ts';

/** There is an individual meeting in the month, unless the participant took part in nothing (review section 1). */
export const mandatoryMissing: Check = ({ content, facts: { month } }) =>
  content.noActivityReason === null &&
  content.rows.length > 0 &&
  !content.rows.some(({ activity }) => activity === 'individualMeeting')
    ? [{ code: 'MANDATORY_MISSING', severity: 'hold', facts: { month }, row: null, column: 'activity' }]
    : [];
