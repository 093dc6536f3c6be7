import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { cellFaultWords, cellRemedy } from '#lib/domain/month-grid/cell-words.ts';
import {
  GRID_FIELDS,
  type GridField,
  MINUTES_FIELDS,
  type MinutesField,
  minutesField,
  partsOf,
  type TypedMonth,
} from '#lib/domain/month-grid/grid-field.ts';
import { languageText, readLanguageText } from '#lib/domain/month-grid/language-text.ts';
import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { readRow } from '#lib/domain/report/read-row.ts';
import { inOrder, type ReportContent, type ReportRow } from '#lib/domain/report/report-content.ts';
import { rowFaultWords } from '#lib/domain/report/row-fault.ts';
import { readCell } from '#lib/domain/upload/read-cell.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** Longest text that a cell keeps, in characters: more is cut when it is typed. */
export const MOST_TEXT = 200;

/** A text as a cell keeps it: letters, not too many. Control characters, which a paste can bring, are none. */
export function cellText(text: string): string {
  return text
    .slice(0, MOST_TEXT)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** A cell that cannot be read, as it was typed. */
export type UnreadCell = { readonly field: GridField; readonly text: string };

/** Cells that cannot be read, each with why. */
export type CellProblems = Readonly<Partial<Record<GridField, readonly FieldProblem[]>>>;

/** A month as far as it could be read; what could not is kept as it was typed. */
export type ReadMonth = {
  readonly content: ReportContent;
  readonly unread: readonly UnreadCell[];
  readonly problems: CellProblems;
};

type CellOptions = { readonly minuteStep: number; readonly locale: ProblemLocale };

/** What is read of a cell: a part of the content, nothing, or why it cannot be read. */
type Cell<Value> = { readonly value: Value; readonly problems: readonly FieldProblem[] };

const SOURCE = { index: 0, fileRow: null };
const WHOLE = { implementation_reference: '000000000', month: '2000-01' };

/** The texts that the grid shows for a month. `readTyped` reads them back to the same content. */
export function toTyped(content: ReportContent, unread: readonly UnreadCell[] = []): TypedMonth {
  const { rows, jobSuggestions, languageSupport, noActivityReason } = content;
  return {
    ...Object.fromEntries(
      rows.map((row) => [minutesField(row.activity, row.form), hoursAsClock(row.minutes)]),
    ),
    ...(jobSuggestions === 0 ? {} : { jobSuggestions: String(jobSuggestions) }),
    ...(languageSupport === null ? {} : { languageSupport: languageText(languageSupport) }),
    ...(noActivityReason === null ? {} : { noActivityReason }),
    ...Object.fromEntries(unread.map(({ field, text }) => [field, text])),
  };
}

/**
 * Reads a month as it is typed, cell by cell, by the rules that rows of files and of the API are held to. What can be
 * read is the content; a reason beside minutes, and every cell that says nothing certain, is kept unread with its faults.
 */
export function readTyped(given: TypedMonth, options: CellOptions): ReadMonth {
  const typed: TypedMonth = Object.fromEntries(
    GRID_FIELDS.flatMap((field) => {
      const text = given[field];
      return text === undefined ? [] : [[field, cellText(text)]];
    }),
  );
  const problems: Partial<Record<GridField, readonly FieldProblem[]>> = {};
  const take = <Value>(field: GridField, cell: Cell<Value>): Value => {
    if (cell.problems.length > 0) problems[field] = cell.problems;
    return cell.value;
  };
  const rows = MINUTES_FIELDS.flatMap((field) => {
    const text = typed[field];
    const row = text === undefined ? null : take(field, readMinutes(field, text, options));
    return row === null ? [] : [row];
  });
  const isActive = rows.length > 0 || Object.keys(problems).length > 0;
  const content = inOrder({
    rows,
    jobSuggestions: take('jobSuggestions', readJobSuggestions(typed.jobSuggestions ?? '', options)),
    languageSupport: take('languageSupport', readLanguage(typed.languageSupport ?? '', options)),
    noActivityReason: take('noActivityReason', readReason(typed.noActivityReason ?? '', isActive, options)),
  });
  const unread = GRID_FIELDS.flatMap((field) =>
    problems[field] === undefined ? [] : [{ field, text: typed[field] ?? '' }],
  );
  return { content, unread, problems };
}

function readMinutes(field: MinutesField, text: string, options: CellOptions): Cell<ReportRow | null> {
  const read = readMinutesText(text);
  if (read.kind === 'nothing') return { value: null, problems: [] };
  if (read.kind === 'bareDecimal') {
    const words = cellFaultWords({ code: 'minutesUnit', text, hundredths: read.hundredths }, options.locale);
    return {
      value: null,
      problems: [{ pointer: pointerOf(['typed', field]), code: 'minutesUnit', ...words }],
    };
  }
  const minutes = read.kind === 'minutes' ? String(read.minutes) : text;
  const { entry, faults } = readRow({ ...WHOLE, ...partsOf(field), minutes }, SOURCE, options);
  return {
    value: entry?.kind === 'activity' ? rowOf(entry) : null,
    problems: atCell(field, text, faults, options),
  };
}

function rowOf({ activity, form, minutes }: ReportRow): ReportRow {
  return { activity, form, minutes };
}

function readJobSuggestions(text: string, options: CellOptions): Cell<number> {
  const cell = readCell('job_suggestions', text);
  const given = cell.kind === 'field' ? cell.text : text;
  const { jobSuggestions, faults } = readWhole({ job_suggestions: given === '-' ? '' : given }, options);
  return {
    value: faults.length > 0 ? 0 : jobSuggestions,
    problems: atCell('jobSuggestions', text, faults, options),
  };
}

function readLanguage(text: string, options: CellOptions): Cell<string | null> {
  const read = readLanguageText(text);
  if (read.kind === 'none') return { value: null, problems: [] };
  if (read.kind === 'which') {
    const words = cellFaultWords({ code: 'languageWhich' }, options.locale);
    const pointer = pointerOf(['typed', 'languageSupport']);
    return { value: null, problems: [{ pointer, code: 'languageWhich', ...words }] };
  }
  const { languageSupport, faults } = readWhole({ language_support: read.tag }, options);
  return { value: languageSupport, problems: atCell('languageSupport', text, faults, options) };
}

function readReason(
  text: string,
  isActive: boolean,
  options: CellOptions,
): Cell<ReportContent['noActivityReason']> {
  const given = text.trim();
  if (given === '' || given === '-') return { value: null, problems: [] };
  const word = given.toLowerCase();
  const named = ABSENCE_REASONS.find((reason) =>
    [reason.toLowerCase(), absenceReasonName(reason, 'sv'), absenceReasonName(reason, 'en')].includes(word),
  );
  const row = { ...WHOLE, activity: 'none', minutes: 0, reason: named ?? given };
  const { entry, faults } = readRow(row, SOURCE, options);
  if (faults.length > 0 || !isActive) {
    const value = entry?.kind === 'none' ? entry.reason : null;
    return { value, problems: atCell('noActivityReason', text, faults, options) };
  }
  const fault = {
    pointer: '',
    code: 'noneWithOthers',
    ...rowFaultWords('noneWithOthers', {}, options.locale),
  };
  return { value: null, problems: atCell('noActivityReason', text, [fault], options) };
}

/** What belongs to the whole month, read as if something was done: so it is held to the same rules. */
function readWhole(
  given: Readonly<Record<string, string>>,
  options: CellOptions,
): ReturnType<typeof readRow> {
  return readRow({ ...WHOLE, activity: 'ownWork', minutes: options.minuteStep, ...given }, SOURCE, options);
}

function atCell(
  field: GridField,
  text: string,
  faults: readonly FieldProblem[],
  { locale }: CellOptions,
): readonly FieldProblem[] {
  return faults.map(({ code, message, fix }) => {
    const remedy = cellRemedy(code, text, locale) ?? fix;
    return {
      pointer: pointerOf(['typed', field]),
      code,
      message,
      ...(remedy === undefined ? {} : { fix: remedy }),
    };
  });
}

/** The text of a cell once it has been read: `90` is shown as `1:30`; what cannot be read stays as it was typed. */
export function shownText(field: GridField, text: string, options: CellOptions): string {
  const given = cellText(text.trim());
  if (given === '') return '';
  const { content, unread } = readTyped({ [field]: given }, options);
  return toTyped(content, unread)[field] ?? '';
}

/** Whether two months say the same, text by text. */
export function sameTyped(a: TypedMonth, b: TypedMonth): boolean {
  return GRID_FIELDS.every((field) => (a[field] ?? '') === (b[field] ?? ''));
}

/** The same month without its empty cells. */
export function withoutBlanks(typed: TypedMonth): TypedMonth {
  return Object.fromEntries(
    GRID_FIELDS.flatMap((field) => {
      const text = typed[field]?.trim() ?? '';
      return text === '' ? [] : [[field, text.slice(0, MOST_TEXT)]];
    }),
  );
}
