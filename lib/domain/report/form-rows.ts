import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';
import { groupReports } from '#lib/domain/report/group-reports.ts';
import type { RawRow } from '#lib/domain/report/raw-row.ts';
import { readRow } from '#lib/domain/report/read-row.ts';
import { EMPTY_CONTENT, type ReportContent } from '#lib/domain/report/report-content.ts';
import type { ReadOptions, RowSource } from '#lib/domain/report/row-problem.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A participant's month as a form gives it: a grid of minutes, and what belongs to the whole month once. */
export type MonthForm = {
  readonly rows: readonly {
    readonly activity?: unknown;
    readonly form?: unknown;
    readonly minutes?: unknown;
  }[];
  readonly languageSupport?: unknown;
  readonly jobSuggestions?: unknown;
  readonly noActivityReason?: unknown;
};

/** Minutes as they are read, whichever way they were written; what is no certain time is left for the rules to refuse. */
function inMinutes(value: unknown): unknown {
  const read = typeof value === 'string' ? readMinutesText(value) : null;
  return read?.kind === 'minutes' ? read.minutes : value;
}

/** The content, and where in the form each of its rows came from. */
export type FormContent = {
  readonly content: ReportContent;
  readonly sources: readonly RowSource[];
  readonly firstSource: RowSource;
};

const START: RowSource = { index: 0, fileRow: null };

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/**
 * A form as rows of a report, read by the same parser as files and the API: a cell without minutes is no row, a reason
 * is the row of who took part in nothing. All that is wrong is named at the form's own rows.
 */
export function readMonthForm(
  form: MonthForm,
  { reference, month }: { readonly reference: string; readonly month: string },
  options: ReadOptions,
): Result<FormContent, readonly FieldProblem[]> {
  const whole = {
    implementation_reference: reference,
    month,
    language_support: form.languageSupport,
    job_suggestions: form.jobSuggestions,
  };
  const given: { readonly raw: RawRow; readonly index: number }[] = form.rows.flatMap((row, index) =>
    isBlank(row.minutes) ? [] : [{ raw: { ...whole, ...row, minutes: inMinutes(row.minutes) }, index }],
  );
  if (!isBlank(form.noActivityReason)) {
    const raw = { ...whole, activity: 'none', minutes: 0, reason: form.noActivityReason };
    given.push({ raw, index: form.rows.length });
  }
  const rows = given.map(({ raw, index }) => readRow(raw, { index, fileRow: null }, options));
  const { reports, faults } = groupReports(rows, () => reference, options);
  if (faults.length > 0) return err(faults);
  const [report] = reports;
  if (report !== undefined) return ok(report);
  return given.length === 0 ? readWhole(whole, options) : err(faults);
}

/** A month with nothing in it yet but what belongs to the whole of it. */
function readWhole(
  whole: Readonly<Record<string, unknown>>,
  options: ReadOptions,
): Result<FormContent, readonly FieldProblem[]> {
  // Read as if something was done, so that language and job suggestions are held to the same rules.
  const row = readRow({ ...whole, activity: 'ownWork', minutes: options.minuteStep }, START, options);
  if (row.faults.length > 0) return err(row.faults);
  const { languageSupport, jobSuggestions } = row;
  const content = { ...EMPTY_CONTENT, languageSupport, jobSuggestions };
  return ok({ content, sources: [], firstSource: START });
}
