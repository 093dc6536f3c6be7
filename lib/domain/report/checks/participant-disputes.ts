import type { Check, CheckFacts } from '#lib/domain/report/check.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { Disputed } from '#lib/domain/report/report-facts.ts';

/**
 * The participant disputes no activity in the report (review section 1). An entry of the log is in it where its activity
 * is; a row of an earlier version only where it is reported again as it was.
 */
export const participantDisputes: Check = ({ content, facts: { disputed } }) => {
  const facts = disputedIn(content, disputed);
  if (facts === null) return [];
  const row = content.rows.findIndex(({ activity }) => activity === facts.activity);
  return [{ code: 'PARTICIPANT_DISPUTES', severity: 'hold', facts, row, column: 'activity' }];
};

/** What of a report is disputed; null: nothing. */
export function disputedIn(
  content: Pick<ReportContent, 'rows'>,
  disputed: readonly Disputed[],
): CheckFacts['PARTICIPANT_DISPUTES'] | null {
  const within = disputed.filter((one) => isIn(one, content));
  const [first] = within;
  return first === undefined ? null : { disputed: within.length, activity: first.activity, date: first.date };
}

function isIn(disputed: Disputed, { rows }: Pick<ReportContent, 'rows'>): boolean {
  return rows.some(
    ({ activity, form, minutes }) =>
      activity === disputed.activity &&
      (disputed.date !== null || (form === disputed.form && minutes === disputed.minutes)),
  );
}
