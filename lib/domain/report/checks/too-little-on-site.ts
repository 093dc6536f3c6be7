import type { Check } from '#lib/domain/report/check.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';

/** At least half of the support (by the terms) is given on site (review section 1; service description section 6). */
export const tooLittleOnSite: Check = ({ content, terms }) => {
  const { onSite, support } = minutesOf(content.rows);
  const leastPermille = terms.onSitePermille;
  return onSite * 1000 < support * leastPermille
    ? [
        {
          code: 'TOO_LITTLE_ON_SITE',
          severity: 'flag',
          facts: { onSite, support, leastPermille },
          row: null,
          column: 'form',
        },
      ]
    : [];
};
