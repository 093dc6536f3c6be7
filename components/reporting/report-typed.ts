import { extraIndex, type GridLine, gridLines, indexOf } from '#components/reporting/report-grid.ts';
import { isActivityCode } from '#lib/domain/activity/activity.ts';
import { isActivityForm } from '#lib/domain/activity/activity-form.ts';
import {
  GRID_FIELDS,
  type GridField,
  isMinutesField,
  type MinutesField,
  minutesField,
  type TypedMonth,
  WHOLE_FIELDS,
} from '#lib/domain/month-grid/grid-field.ts';
import { languageText } from '#lib/domain/month-grid/language-text.ts';
import { mergeDrafts } from '#lib/domain/month-grid/merge-draft.ts';
import { shownText, withoutBlanks } from '#lib/domain/month-grid/typed-month.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A field that somebody else has changed, too, to something else. */
export type ChangedField = { readonly field: GridField; readonly mine: string; readonly theirs: string };

/** The month as its form shows it. */
export type TypedForm = {
  readonly lines: readonly GridLine[];
  readonly typed: TypedMonth;
  /** What the form was filled in from, and its version: goes with it. */
  readonly base: TypedMonth;
  readonly version: string;
  readonly problems: readonly FieldProblem[];
  /** An activity that was begun beside the lines, and has no place among them. */
  readonly extra: { readonly activity: string; readonly form: string; readonly minutes: string };
  readonly changed: readonly ChangedField[];
  /** It holds what was typed and what somebody else has kept meanwhile; it is not saved yet. */
  readonly isMerged: boolean;
};

export const NO_EXTRA = { activity: '', form: '', minutes: '' };

/**
 * The form as it is kept, as it was typed when it was refused, or put together with what somebody else has kept
 * meanwhile: what only one of them changed is taken from that one, the rest is told.
 */
export function typedForm(page: MonthPage, attempt: KeptForm | null): TypedForm {
  const { typed: kept, row } = page;
  const now = {
    base: kept,
    version: String(row.draftVersion),
    extra: NO_EXTRA,
    changed: [],
    isMerged: false,
  };
  if (attempt === null) {
    const lines = gridLines(page);
    return { ...now, lines, typed: kept, problems: problemsOfCells(page, lines) };
  }
  const { values, problem } = attempt;
  const { typed, fields, extra } = readValues(values);
  const base = baseOf(values['base']);
  if (problem.code !== 'conflict') {
    const lines = gridLines({ ...page, typed });
    const problems = movedProblems(problem.errors, fields, lines);
    return {
      lines,
      typed,
      base,
      version: values['version'] ?? now.version,
      problems,
      extra,
      changed: [],
      isMerged: false,
    };
  }
  const { merged, conflicts } = mergeDrafts(base, typed, kept);
  const changed = conflicts.map((field) => ({ field, mine: typed[field] ?? '', theirs: kept[field] ?? '' }));
  return {
    ...now,
    lines: gridLines({ ...page, typed: merged }),
    typed: merged,
    problems: [],
    extra,
    changed,
    isMerged: true,
  };
}

/** Minutes of a form that was refused, in lines of their own: as they were typed, with what is wrong where it stands now. */
export function refusedLines(
  page: MonthPage,
  { values, problem }: KeptForm,
): Pick<TypedForm, 'lines' | 'extra' | 'problems'> {
  const { typed, fields, extra } = readValues(values);
  const lines = gridLines({ ...page, typed });
  return { lines, extra, problems: movedProblems(problem.errors, fields, lines) };
}

/** What was typed, by field; rows of the form by their index; and a row that belongs to no field. */
function readValues(values: KeptForm['values']) {
  const typed: Partial<Record<GridField, string>> = {};
  const fields = new Map<number, MinutesField>();
  let extra = NO_EXTRA;
  for (const field of WHOLE_FIELDS) typed[field] = values[field] ?? '';
  // The choice of a language gives its tag, which people may write for something else.
  const tag = values['languageSupport'] ?? '';
  if (tag !== '') typed.languageSupport = languageText(tag);
  for (let index = 0; values[`rows.${index}.activity`] !== undefined; index += 1) {
    const [activity = '', form = '', minutes = ''] = ['activity', 'form', 'minutes'].map(
      (part) => values[`rows.${index}.${part}`],
    );
    if (isActivityCode(activity) && (isActivityForm(form) || (activity === 'ownWork' && form === ''))) {
      const field = minutesField(activity, isActivityForm(form) ? form : null);
      fields.set(index, field);
      typed[field] = minutes;
    } else if (activity !== '' || minutes !== '') extra = { activity, form, minutes };
  }
  return { typed: asShown(withoutBlanks(typed)), fields, extra };
}

/** One way of writing what means the same, so that only what differs is told. The terms' step does not matter for that. */
function asShown(typed: TypedMonth): TypedMonth {
  const reading = { minuteStep: 1, locale: 'sv' } as const;
  return Object.fromEntries(
    Object.entries(typed).map(([field, text]) => [field, shownText(field as GridField, text ?? '', reading)]),
  );
}

/** What the form was filled in from, as it said itself; nothing where it does not say. */
function baseOf(text: string | undefined): TypedMonth {
  const given = new URLSearchParams(text ?? '');
  return withoutBlanks(Object.fromEntries(GRID_FIELDS.map((field) => [field, given.get(field) ?? ''])));
}

/** The same as one field of the form. */
export function baseText(base: TypedMonth): string {
  return new URLSearchParams(
    GRID_FIELDS.flatMap((field) => (base[field] === undefined ? [] : [[field, base[field]]])),
  ).toString();
}

function movedProblems(
  problems: readonly FieldProblem[],
  fields: ReadonlyMap<number, MinutesField>,
  lines: readonly GridLine[],
): readonly FieldProblem[] {
  return problems.map((problem) => ({ ...problem, pointer: moved(problem.pointer, fields, lines) }));
}

/** Where a problem of the form that was sent is now: its lines may be others. */
function moved(
  pointer: string,
  fields: ReadonlyMap<number, MinutesField>,
  lines: readonly GridLine[],
): string {
  const [, index, rest] = /^\/rows\/(\d+)(.*)$/.exec(pointer) ?? [];
  if (index === undefined) return pointer;
  const field = fields.get(Number(index));
  return `/rows/${(field === undefined ? null : indexOf(lines, field)) ?? extraIndex(lines)}${rest ?? ''}`;
}

/** What cannot be read, at its field of the form. */
function problemsOfCells({ unread }: MonthPage, lines: readonly GridLine[]): readonly FieldProblem[] {
  return GRID_FIELDS.flatMap((field) => {
    const pointer = isMinutesField(field) ? `/rows/${indexOf(lines, field)}/minutes` : `/${field}`;
    return (unread[field] ?? []).map((problem) => ({ ...problem, pointer }));
  });
}
