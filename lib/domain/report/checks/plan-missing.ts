import type { Check } from '#lib/domain/report/check.ts';

/** Activities are reported only where a joint plan was in force in the month (review section 1). */
export const planMissing: Check = ({ content, facts }) =>
  facts.plannedActivities === null && content.rows.length > 0
    ? [
        {
          code: 'PLAN_MISSING',
          severity: 'block',
          facts: { month: facts.month },
          row: null,
          column: 'activity',
        },
      ]
    : [];
