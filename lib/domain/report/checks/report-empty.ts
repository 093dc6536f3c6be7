import type { Check } from '#lib/domain/report/check.ts';

/** A report says what was done, or that nothing was and why. */
export const reportEmpty: Check = ({ content, facts }) =>
  content.rows.length === 0 && content.noActivityReason === null
    ? [
        {
          code: 'REPORT_EMPTY',
          severity: 'block',
          facts: { month: facts.month },
          row: null,
          column: 'activity',
        },
      ]
    : [];
