import type { Check } from '#lib/domain/report/check.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';

/** The report comes in on or before the terms' due day of the next month (review section 1; service description section 5). */
export const late: Check = ({ facts, terms, today }) => {
  const dueOn = reportDueOn(facts.month, terms);
  return today > dueOn
    ? [{ code: 'LATE', severity: 'flag', facts: { submittedOn: today, dueOn }, row: null, column: 'month' }]
    : [];
};
