import type { Check } from '#lib/domain/report/check.ts';

/** There is one current report a month; a returned one is completed and sent again (review section 1). */
export const duplicateReport: Check = ({ facts: { month, currentStatus } }) =>
  currentStatus === null || currentStatus === 'returned'
    ? []
    : [
        {
          code: 'DUPLICATE_REPORT',
          severity: 'block',
          facts: { month, status: currentStatus },
          row: null,
          column: 'month',
        },
      ];
