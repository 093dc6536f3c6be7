import { type ReadRow, readRow } from '#lib/domain/report/read-row.ts';
import { placed, type ReadOptions, type RowSource } from '#lib/domain/report/row-problem.ts';
import { type CellFaultCode, cellFaultWords } from '#lib/domain/upload/cell-fault.ts';
import type { FileNote } from '#lib/domain/upload/file-note.ts';
import type { FoundColumns, UploadColumn } from '#lib/domain/upload/find-columns.ts';
import { readCell } from '#lib/domain/upload/read-cell.ts';
import { isEmptyCell, type SheetRow, type SheetTable } from '#lib/domain/upload/sheet-cell.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type ReadTable = {
  readonly rows: readonly ReadRow[];
  readonly notes: readonly FileNote[];
};

type Fields = Partial<Record<UploadColumn, string>>;
type Taken = {
  readonly row: SheetRow;
  readonly fields: Fields;
  readonly faults: readonly {
    readonly column: UploadColumn;
    readonly code: CellFaultCode;
    readonly value: string;
  }[];
  readonly monthWasDate: boolean;
};

function takeRow(row: SheetRow, { indexes }: FoundColumns, width: number): Taken {
  const fields: Fields = {};
  const faults: Taken['faults'][number][] = [];
  let monthWasDate = false;
  for (const [column, index] of indexes) {
    if (row.covered?.includes(index) === true) {
      faults.push({ column, code: 'cellMerged', value: '' });
      continue;
    }
    if (row.unsaved?.includes(index) === true) {
      faults.push({ column, code: 'cellUnsaved', value: '' });
      continue;
    }
    const read = readCell(column, row.cells[index]);
    if (read.kind === 'fault') faults.push({ column, ...read });
    else {
      fields[column] = read.text;
      monthWasDate ||= read.wasDate;
    }
  }
  if (row.cells.slice(width).some((cell) => !isEmptyCell(cell)))
    faults.push({ column: 'implementation_reference', code: 'rowTooLong', value: '' });
  return { row, fields, faults, monthWasDate };
}

/** Nothing but whose month it is: as the template gives it, for somebody who has not been filled in yet. */
function isUntouched({ fields, faults }: Taken): boolean {
  const whose = [fields.implementation_reference, fields.month];
  const said = [fields.activity, fields.form, fields.minutes, fields.reason];
  return faults.length === 0 && whose.every((text) => !isBlank(text)) && said.every((text) => isBlank(text));
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text === '';
}

/** Keys of the reports none of whose rows has been touched. */
function untouchedReports(taken: readonly Taken[]): ReadonlySet<string> {
  const keys = new Set(taken.filter((row) => isUntouched(row)).map((row) => keyOf(row)));
  for (const row of taken) if (!isUntouched(row)) keys.delete(keyOf(row));
  return keys;
}

function keyOf({ fields }: Taken): string {
  return `${fields.implementation_reference ?? ''} ${fields.month ?? ''}`;
}

function cellProblems({ faults }: Taken, source: RowSource, options: ReadOptions): readonly FieldProblem[] {
  return faults.map(({ column, code, value }) => ({
    ...placed(source, column),
    code,
    ...cellFaultWords(code, { value }, options.locale),
  }));
}

/** A row with its cells' faults in place of what the rules of reports say of cells that could not be read. */
function readTaken(taken: Taken, index: number, options: ReadOptions): ReadRow {
  const source = { index, fileRow: taken.row.row };
  const read = readRow(taken.fields, source, options);
  if (taken.faults.length === 0) return read;
  const own = cellProblems(taken, source, options);
  const unread = new Set(taken.faults.flatMap(({ column, code }) => (code === 'rowTooLong' ? [] : [column])));
  const others = read.faults.filter(({ column }) => !unread.has(column as UploadColumn));
  return { ...read, faults: [...own, ...others] };
}

/**
 * Reads the rows of a table as rows of reports, by the same rules as every other way in. Rows of participants who have
 * not been filled in at all (reference and month alone) are left out and told; what a spreadsheet did to a month is undone
 * and told.
 */
export function readTable(table: SheetTable, columns: FoundColumns, options: ReadOptions): ReadTable {
  const width = table.header.cells.length;
  const taken = table.rows.map((row) => takeRow(row, columns, width));
  const untouched = untouchedReports(taken);
  const rows: ReadRow[] = [];
  const left: number[] = [];
  for (const row of taken) {
    if (untouched.has(keyOf(row))) left.push(row.row.row);
    else rows.push(readTaken(row, rows.length, options));
  }
  const dates = taken.filter(({ monthWasDate }) => monthWasDate).length;
  const notes: FileNote[] = [];
  if (columns.unknown.length > 0) notes.push({ code: 'columnsIgnored', facts: { names: columns.unknown } });
  if (dates > 0) notes.push({ code: 'monthsFromDates', facts: { count: dates } });
  if (left.length > 0) notes.push({ code: 'rowsNotFilledIn', facts: { count: untouched.size, rows: left } });
  return { rows, notes };
}
