import { MOST_EXPERIENCE } from '#lib/domain/experience/experience.ts';
import { type FileFault, fileFaultWords } from '#lib/domain/upload/file-fault.ts';
import { nameOf } from '#lib/domain/upload/find-columns.ts';
import {
  cellAsText,
  isDateCell,
  isEmptyCell,
  type SheetRow,
  type SheetTable,
  trimmed,
} from '#lib/domain/upload/sheet-cell.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Columns of a file with experience, by the field they fill. */
export const EXPERIENCE_COLUMNS = {
  kind: { sv: 'slag', en: 'kind' },
  what: { sv: 'vad', en: 'what' },
  place: { sv: 'var', en: 'where' },
  fromYear: { sv: 'från år', en: 'from year' },
  toYear: { sv: 'till år', en: 'to year' },
  note: { sv: 'mer', en: 'more' },
} as const;
export type ExperienceField = keyof typeof EXPERIENCE_COLUMNS;
export const EXPERIENCE_FIELDS = Object.keys(EXPERIENCE_COLUMNS) as readonly ExperienceField[];

/** All names that a heading may have, whatever the language of the file. */
export const EXPERIENCE_HEADINGS: readonly string[] = Object.values(EXPERIENCE_COLUMNS).flatMap(
  ({ sv, en }) => [sv, en],
);

/** A row of a file as text; `row` is its number as a spreadsheet shows it. */
export type ExperienceRow = Readonly<Record<ExperienceField, string>> & { readonly row: number };

export type ExperienceTable = {
  readonly rows: readonly ExperienceRow[];
  /** Headings of columns that are not read. */
  readonly ignored: readonly string[];
};

/**
 * The rows of a table of experience, its columns in any order. Refused whole where nobody could say what a row means: a
 * column twice, no kind or no what, cells without a value of their own, or more rows than a participant's list holds.
 */
export function readExperienceTable({ header, rows }: SheetTable): Result<ExperienceTable, FieldProblem> {
  const names = header.cells.map((cell) => nameOf(cell));
  const isOf = (field: ExperienceField, name: string): boolean =>
    name === EXPERIENCE_COLUMNS[field].sv || name === EXPERIENCE_COLUMNS[field].en;
  const doubled = EXPERIENCE_FIELDS.filter((field) => names.filter((name) => isOf(field, name)).length > 1);
  const ignored = header.cells.flatMap((cell, at) =>
    isEmptyCell(cell) || EXPERIENCE_HEADINGS.includes(names[at] ?? '') ? [] : [trimmed(cellAsText(cell))],
  );
  const missing = (['kind', 'what'] as const).filter((field) => !names.some((name) => isOf(field, name)));
  const named = (fields: readonly ExperienceField[]) => fields.map((field) => EXPERIENCE_COLUMNS[field].sv);
  if (doubled.length > 0) return refused({ code: 'columnsDouble', facts: { names: named(doubled) } });
  if (missing.length > 0)
    return refused({ code: 'columnsMissing', facts: { names: named(missing), unknown: ignored } });
  if (rows.length === 0) return refused({ code: 'rowsNone', facts: {} });
  if (rows.length > MOST_EXPERIENCE) return err(tooMany(rows.length));
  const columns = EXPERIENCE_FIELDS.map(
    (field) => [field, names.findIndex((name) => isOf(field, name))] as const,
  );
  const valueless = rows.find((row) => columns.some(([, at]) => isValueless(row, at)));
  if (valueless !== undefined) return err(withoutValue(valueless));
  return ok({
    rows: rows.map((row) => ({ row: row.row, ...fieldsOf(row, columns) })),
    ignored,
  });
}

/** What made the file unusable, at the field it came by. */
export function experienceFileProblem(fault: FileFault): FieldProblem {
  return { pointer: '/file', code: fault.code, ...fileFaultWords(fault) };
}

function refused(fault: FileFault): Result<never, FieldProblem> {
  return err(experienceFileProblem(fault));
}

function fieldsOf(
  { cells }: SheetRow,
  columns: readonly (readonly [ExperienceField, number])[],
): Record<ExperienceField, string> {
  const texts = { kind: '', what: '', place: '', fromYear: '', toYear: '', note: '' };
  for (const [field, at] of columns) {
    const cell = at === -1 ? null : (cells[at] ?? null);
    // A year that a spreadsheet took for a day is the year of that day.
    texts[field] = isDateCell(cell) ? cell.date.slice(0, 4) : trimmed(cellAsText(cell));
  }
  return texts;
}

function isValueless({ covered, unsaved }: SheetRow, at: number): boolean {
  return covered?.includes(at) === true || unsaved?.includes(at) === true;
}

function withoutValue({ row }: SheetRow): FieldProblem {
  return {
    pointer: '/file',
    row,
    code: 'cellsWithoutValue',
    message: `Rad ${row} har sammanfogade celler eller en formel utan värde.`,
    fix: 'Dela cellerna, eller skriv texten i stället för formeln, och ladda upp igen.',
  };
}

function tooMany(count: number): FieldProblem {
  return {
    pointer: '/file',
    code: 'rowsTooMany',
    message: `Filen har ${count} rader. En deltagares lista rymmer ${MOST_EXPERIENCE}.`,
    fix: 'Ta med det som betyder mest för vägen till arbete eller studier.',
  };
}
