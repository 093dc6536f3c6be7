import type { Check } from '#lib/domain/report/check.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';

/**
 * The report comes in on or before the terms' due day of the next month (review section 1; service description section 5). What
 * completes or corrects one came in with its first version.
 */
export const late: Check = ({ facts, terms, today }) => {
  const dueOn = reportDueOn(facts.month, terms);
  const submittedOn = facts.firstSubmittedOn ?? today;
  return submittedOn > dueOn
    ? [{ code: 'LATE', severity: 'flag', facts: { submittedOn, dueOn }, row: null, column: 'month' }]
    : [];
};
