import { activityVector } from '#lib/domain/report/activity-vector.ts';
import type { Check } from '#lib/domain/report/check.ts';

/**
 * Not as many others of the office as the terms say have exactly the same hours, nor more than the office's and the area's
 * history makes likely (review section 1). What was compared is what was kept: while somebody types other hours, nothing is said.
 */
export const copiedHours: Check = ({ content, facts: { month, compared }, terms }) => {
  if (compared === null || content.rows.length === 0) return [];
  const { vector, others, likely } = compared.sameHours;
  if (vector !== activityVector(content) || others < terms.copiedHoursOthers || others <= likely) return [];
  return [
    {
      code: 'COPIED_HOURS',
      severity: 'flag',
      facts: { month, others, likely },
      row: null,
      column: 'minutes',
    },
  ];
};
