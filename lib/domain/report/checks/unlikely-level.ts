import type { Check } from '#lib/domain/report/check.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';

/**
 * The support is not far from what is usual for the level, neither at the office nor in its delivery area (review section 1).
 * Where too little is known of either, and where there was no support, nothing is said.
 */
export const unlikelyLevel: Check = ({ content, facts: { compared } }) => {
  const usual = compared?.usual ?? null;
  const minutes = minutesOf(content.rows).support;
  if (usual === null || minutes === 0 || (minutes >= usual.least && minutes <= usual.most)) return [];
  return [
    {
      code: 'UNLIKELY_LEVEL',
      severity: 'flag',
      facts: { minutes, ...usual },
      row: null,
      column: 'minutes',
    },
  ];
};
