import type { Check } from '#lib/domain/report/check.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';

/** Support is not given at a distance alone for so many months in a row (by the terms), this one included (review section 1). */
export const distanceOnly: Check = ({ content, facts: { month, compared }, terms }) => {
  const { support, onSite } = minutesOf(content.rows);
  if (compared === null || support === 0 || onSite > 0) return [];
  const months = compared.distanceMonths + 1;
  return months >= terms.distanceOnlyMonths
    ? [{ code: 'DISTANCE_ONLY', severity: 'flag', facts: { month, months }, row: null, column: 'form' }]
    : [];
};
