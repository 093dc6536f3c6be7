import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { cellAsText, isEmptyCell, type SheetRow, trimmed } from '#lib/domain/upload/sheet-cell.ts';

export type UploadColumn = (typeof REPORT_COLUMNS)[number];

/** Columns that the portal's own files have for the eye: whose row it is, what is planned, what was wrong. Never read. */
export const EYE_COLUMNS = {
  participant: { sv: 'deltagare', en: 'participant' },
  planned: { sv: 'planerat', en: 'planned' },
  faults: { sv: 'fel', en: 'errors' },
} as const;

const EYE_NAMES: ReadonlySet<string> = new Set(Object.values(EYE_COLUMNS).flatMap(({ sv, en }) => [sv, en]));
const FAULT_NAMES: ReadonlySet<string> = new Set(Object.values(EYE_COLUMNS.faults));

/** Where the columns of a report stand in a table, found by their names in any order. */
export type FoundColumns = {
  readonly indexes: ReadonlyMap<UploadColumn, number>;
  readonly missing: readonly UploadColumn[];
  /** Names of columns that stand there more than once. */
  readonly double: readonly UploadColumn[];
  /** Names that nobody asked for, as they are written. */
  readonly unknown: readonly string[];
};

/** Capital letters and spaces around a name make no other name. */
export function nameOf(cell: SheetRow['cells'][number] | undefined): string {
  return trimmed(cellAsText(cell)).toLowerCase();
}

const KNOWN: ReadonlySet<string> = new Set(REPORT_COLUMNS);

/** Whether a row looks like the header of a table, if not of all of it: two of the names, which no other table has. */
export function isHeader(row: SheetRow, known: ReadonlySet<string> = KNOWN): boolean {
  const names = new Set(row.cells.map((cell) => nameOf(cell)).filter((name) => known.has(name)));
  return names.size >= 2;
}

/** Whether a column of the portal's own files says what was wrong the last time. */
export function isFaultColumn(cell: SheetRow['cells'][number] | undefined): boolean {
  return FAULT_NAMES.has(nameOf(cell));
}

export function findColumns(header: SheetRow): FoundColumns {
  const names = header.cells.map((cell) => nameOf(cell));
  const indexes = new Map<UploadColumn, number>();
  const missing: UploadColumn[] = [];
  const double: UploadColumn[] = [];
  for (const column of REPORT_COLUMNS) {
    const at = names.indexOf(column);
    if (at === -1) missing.push(column);
    else indexes.set(column, at);
    if (at !== names.lastIndexOf(column)) double.push(column);
  }
  const unknown = header.cells.flatMap((cell, index) => {
    const name = names[index] ?? '';
    return isEmptyCell(cell) || KNOWN.has(name) || EYE_NAMES.has(name) ? [] : [trimmed(cellAsText(cell))];
  });
  return { indexes, missing, double, unknown };
}
