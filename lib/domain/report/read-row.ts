import { isActivityCode } from '#lib/domain/activity/activity.ts';
import { isActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { AbsenceReason } from '#lib/domain/compensation/types.ts';
import { isAbsenceReason } from '#lib/domain/report/absence-reason.ts';
import {
  fieldOf,
  isRow,
  type RawRow,
  type ReportColumn,
  shown,
  wholeNumber,
} from '#lib/domain/report/raw-row.ts';
import type { ReportRow } from '#lib/domain/report/report-content.ts';
import type { RowFaultCode, RowFaultFacts } from '#lib/domain/report/row-fault.ts';
import { type ReadOptions, rowProblem, type RowSource } from '#lib/domain/report/row-problem.ts';
import { type Month, parseMonth } from '#lib/shared/month.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Most minutes that one row can hold: 31 days of 24 hours. */
export const MOST_MINUTES = 44_640;
/** Most job suggestions in a month. */
export const MOST_JOB_SUGGESTIONS = 999;

/** A row says what was done, or (activity `none`) that nothing was and why. */
export type RowEntry =
  | ({ readonly kind: 'activity' } & ReportRow)
  | { readonly kind: 'none'; readonly reason: AbsenceReason };

/** A row as far as it could be read, with all that is wrong with it. */
export type ReadRow = {
  readonly source: RowSource;
  readonly reference: string | null;
  readonly month: Month | null;
  /** Null where something in it is wrong. */
  readonly entry: RowEntry | null;
  readonly languageSupport: string | null;
  readonly jobSuggestions: number;
  readonly submittedOn: PlainDate | null;
  readonly faults: readonly FieldProblem[];
};

const REFERENCE = /^\d{9}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** The row's implementation reference, if it is one. */
export function referenceOf(raw: RawRow): string | null {
  const value = isRow(raw) ? fieldOf(raw, 'implementation_reference') : null;
  return value !== null && REFERENCE.test(value) ? value : null;
}

/** Reads one row, field by field: what it says and everything that is wrong with its form. */
export function readRow(raw: RawRow, source: RowSource, options: ReadOptions): ReadRow {
  const faults: FieldProblem[] = [];
  const row = isRow(raw) ? raw : {};

  function fault<Code extends RowFaultCode>(
    column: ReportColumn | null,
    code: Code,
    facts: RowFaultFacts[Code],
  ): null {
    faults.push(rowProblem(source, column, code, facts, options));
    return null;
  }

  function readReference(): string | null {
    const value = fieldOf(row, 'implementation_reference');
    if (value === null) return fault('implementation_reference', 'referenceMissing', {});
    return REFERENCE.test(value)
      ? value
      : fault('implementation_reference', 'referenceFormat', { value: shown(value) });
  }

  function readMonth(): Month | null {
    const value = fieldOf(row, 'month');
    if (value === null) return fault('month', 'monthMissing', {});
    return parseMonth(value) ?? fault('month', 'monthFormat', { value: shown(value) });
  }

  function readNone(): RowEntry | null {
    const minutes = fieldOf(row, 'minutes');
    if (minutes !== null && wholeNumber(minutes) !== 0)
      fault('minutes', 'noneWithMinutes', { value: shown(minutes) });
    const form = fieldOf(row, 'form');
    if (form !== null) fault('form', 'noneWithForm', { value: shown(form) });
    const reason = fieldOf(row, 'reason');
    if (reason === null) return fault('reason', 'reasonMissing', {});
    return isAbsenceReason(reason)
      ? { kind: 'none', reason }
      : fault('reason', 'reasonUnknown', { value: shown(reason) });
  }

  function readMinutes(): number | null {
    const value = fieldOf(row, 'minutes');
    if (value === null) return fault('minutes', 'minutesMissing', {});
    const minutes = wholeNumber(value);
    const step = options.minuteStep;
    if (minutes === null) return fault('minutes', 'minutesNotWhole', { value: shown(value) });
    if (minutes === 0) return fault('minutes', 'minutesTooFew', { value: shown(value), step });
    if (minutes > MOST_MINUTES) return fault('minutes', 'minutesTooMany', { minutes, most: MOST_MINUTES });
    return minutes % step === 0 ? minutes : fault('minutes', 'minutesStep', { minutes, step });
  }

  function readEntry(): RowEntry | null {
    const activity = fieldOf(row, 'activity');
    if (activity === null) return fault('activity', 'activityMissing', {});
    if (activity === 'none') return readNone();
    const known = isActivityCode(activity);
    if (!known) fault('activity', 'activityUnknown', { value: shown(activity) });
    const form = fieldOf(row, 'form');
    const formKnown = form === null || isActivityForm(form);
    if (!formKnown) fault('form', 'formUnknown', { value: shown(form) });
    if (known && form === null && activity !== 'ownWork') fault('form', 'formMissing', { activity });
    const minutes = readMinutes();
    const reason = fieldOf(row, 'reason');
    if (reason !== null) fault('reason', 'reasonWithoutNone', { value: shown(reason) });
    return known && formKnown && minutes !== null ? { kind: 'activity', activity, form, minutes } : null;
  }

  function readLanguage(): string | null {
    const value = fieldOf(row, 'language_support');
    if (value === null || LANGUAGE.test(value)) return value;
    return fault('language_support', 'languageFormat', { value: shown(value) });
  }

  function readJobSuggestions(): number {
    const value = fieldOf(row, 'job_suggestions');
    if (value === null) return 0;
    const count = wholeNumber(value);
    if (count === null) fault('job_suggestions', 'jobSuggestionsNotWhole', { value: shown(value) });
    else if (count > MOST_JOB_SUGGESTIONS)
      fault('job_suggestions', 'jobSuggestionsTooMany', { value: shown(value), most: MOST_JOB_SUGGESTIONS });
    return count ?? 0;
  }

  function readSubmittedOn(): PlainDate | null {
    const value = options.loadedOn === undefined ? null : fieldOf(row, 'submitted_on');
    if (value === null || options.loadedOn === undefined) return null;
    const date = parsePlainDate(value);
    if (date === null) return fault('submitted_on', 'submittedOnFormat', { value: shown(value) });
    return date <= options.loadedOn ? date : fault('submitted_on', 'submittedOnFuture', { value });
  }

  if (!isRow(raw)) {
    fault(null, 'rowShape', {});
    return {
      source,
      reference: null,
      month: null,
      entry: null,
      languageSupport: null,
      jobSuggestions: 0,
      submittedOn: null,
      faults,
    };
  }
  return {
    source,
    reference: readReference(),
    month: readMonth(),
    entry: readEntry(),
    languageSupport: readLanguage(),
    jobSuggestions: readJobSuggestions(),
    submittedOn: readSubmittedOn(),
    faults,
  };
}
