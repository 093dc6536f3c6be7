import type { Check } from '#lib/domain/report/check.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { Disputed } from '#lib/domain/report/report-facts.ts';

/**
 * The participant disputes no activity in the report (review section 1). An entry of the log is in it where its activity
 * is; a row of an earlier version only where it is reported again as it was.
 */
export const participantDisputes: Check = ({ content, facts: { disputed } }) => {
  const within = disputed.filter((one) => isIn(one, content));
  const [first] = within;
  if (first === undefined) return [];
  const row = content.rows.findIndex(({ activity }) => activity === first.activity);
  return [
    {
      code: 'PARTICIPANT_DISPUTES',
      severity: 'hold',
      facts: { disputed: within.length, activity: first.activity, date: first.date },
      row,
      column: 'activity',
    },
  ];
};

function isIn(disputed: Disputed, { rows }: ReportContent): boolean {
  return rows.some(
    ({ activity, form, minutes }) =>
      activity === disputed.activity &&
      (disputed.date !== null || (form === disputed.form && minutes === disputed.minutes)),
  );
}
