import type { Check } from '#lib/domain/report/check.ts';

/**
 * A batch is not signed faster than it can be read: so many seconds a report by the terms, from so many reports on (review
 * section 1). What a standing signature covers nobody has read, and nothing is said of it.
 */
export const rushedBatch: Check = ({ facts: { reading }, terms }) => {
  if (reading === null || reading.reports < terms.readLeastReports) return [];
  const least = reading.reports * terms.readSecondsPerReport;
  return reading.seconds < least
    ? [{ code: 'RUSHED_BATCH', severity: 'flag', facts: { ...reading, least }, row: null, column: 'month' }]
    : [];
};
