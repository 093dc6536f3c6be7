import { activityName } from '#lib/domain/activity/activity.ts';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { type ActivityForm, formName } from '#lib/domain/activity/activity-form.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { ReasonCode } from '#lib/domain/review/reason-code.ts';
import { type FieldProblem, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type Row = { readonly activity: ActivityCode; readonly form: ActivityForm | null; readonly minutes: number };

/** A row of the decision as a reviewer typed it; one that approves what was reported says nothing. */
export type GivenRow = {
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly approvedMinutes: number;
  readonly reasonCode: ReasonCode | null;
  readonly text: string;
};

/** A row of which fewer minutes are approved than reported. Minutes: 0 ≤ approved < reported. */
export type LoweredRow = {
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly reportedMinutes: number;
  readonly approvedMinutes: number;
  readonly reasonCode: ReasonCode;
  readonly text: string | null;
};

/** What the row is called in a sentence. */
export function rowName({ activity, form }: Pick<Row, 'activity' | 'form'>): string {
  return form === null
    ? activityName(activity, 'sv')
    : `${activityName(activity, 'sv')} (${formName(form, 'sv').toLowerCase()})`;
}

/**
 * The rows of which fewer minutes are approved, each with why. Nothing is approved beyond what was reported, and minutes come
 * in the terms' step; a row that says as many as were reported is left as it is. All faults at once, each naming its row; a
 * decision that lowers nothing is one. Source: review, section 4.
 */
export function lowerRows(
  reported: readonly Row[],
  given: readonly GivenRow[],
  minuteStep: number,
): Result<readonly LoweredRow[], Problem> {
  const faults: FieldProblem[] = [];
  const lowered: LoweredRow[] = [];
  given.forEach((row, index) => {
    const was = reported.find(({ activity, form }) => activity === row.activity && form === row.form);
    const fault = (member: string, code: string, message: string, fix: string) =>
      faults.push({ pointer: `/rows/${index}/${member}`, code, message, fix });
    if (was === undefined) {
      fault(
        'approvedMinutes',
        'rowMissing',
        `${rowName(row)} finns inte i rapporten.`,
        'Ladda sidan på nytt.',
      );
      return;
    }
    if (row.approvedMinutes === was.minutes) return;
    if (row.approvedMinutes > was.minutes) {
      const more = `${rowName(row)}: ${hoursAsClock(row.approvedMinutes)} är mer än de ${hoursAsClock(was.minutes)} som redovisats.`;
      fault('approvedMinutes', 'minutesAboveReported', more, `Skriv högst ${was.minutes} minuter.`);
      return;
    }
    if (row.approvedMinutes < 0 || row.approvedMinutes % minuteStep !== 0) {
      const step = `${rowName(row)}: minuter godkänns i steg om ${minuteStep}.`;
      fault(
        'approvedMinutes',
        'minutesNotInStep',
        step,
        `Skriv 0, ${minuteStep}, ${2 * minuteStep} och så vidare.`,
      );
    }
    if (row.reasonCode === null) {
      fault(
        'reasonCode',
        'reasonCodeMissing',
        `${rowName(row)}: välj varför färre minuter godkänns.`,
        'Välj ett skäl.',
      );
      return;
    }
    if (row.reasonCode === 'other' && row.text.length < 10) {
      fault(
        'text',
        'reasonTooShort',
        `${rowName(row)}: skriv varför på minst tio tecken.`,
        'Leverantören läser det.',
      );
    }
    const { activity, form, approvedMinutes, reasonCode, text } = row;
    lowered.push({
      activity,
      form,
      reportedMinutes: was.minutes,
      approvedMinutes,
      reasonCode,
      text: text === '' ? null : text,
    });
  });
  if (faults.length > 0) return err(validationProblem(faults));
  if (lowered.length > 0) return ok(lowered);
  const none = {
    pointer: '/decision',
    code: 'nothingLowered',
    message: 'Inga minuter är färre än de som redovisats.',
  };
  return err(
    validationProblem([{ ...none, fix: 'Skriv färre minuter på en rad, eller godkänn hela rapporten.' }]),
  );
}
