import type { Check } from '#lib/domain/report/check.ts';

/**
 * A batch is not signed faster than it can be read: so many seconds a report by the terms, from so many reports on (review
 * section 1). What was read before something was left out or added counts as read. What a standing signature covers nobody has
 * been shown, and nothing is said of it.
 */
export const rushedBatch: Check = ({ facts: { reading }, terms }) => {
  const rushed = reading
    .filter(({ reports }) => reports >= terms.readLeastReports)
    .filter(({ reports, seconds }) => seconds < reports * terms.readSecondsPerReport)
    .toSorted((a, b) => b.reports - a.reports);
  const [most] = rushed;
  if (most === undefined) return [];
  const least = most.reports * terms.readSecondsPerReport;
  return [{ code: 'RUSHED_BATCH', severity: 'flag', facts: { ...most, least }, row: null, column: 'month' }];
};
