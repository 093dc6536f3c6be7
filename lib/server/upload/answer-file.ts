import { EYE_COLUMNS, isFaultColumn } from '#lib/domain/upload/find-columns.ts';
import { monthFromDate } from '#lib/domain/upload/read-cell.ts';
import { cellAsText, isDateCell, type SheetCell, type SheetRow } from '#lib/domain/upload/sheet-cell.ts';
import { SHEET_NAMES } from '#lib/domain/upload/template-rows.ts';
import type { Delimiter, FileTable } from '#lib/server/files/read-file.ts';
import { xlsxOf } from '#lib/server/files/xlsx-writer.ts';
import { helpSheet } from '#lib/server/upload/help-sheet.ts';
import { harmless } from '#lib/shared/csv-text.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** What is wrong with the rows of a file, by row number. */
export type FaultsByRow = ReadonlyMap<number, readonly FieldProblem[]>;

type Cell = string | number | null;

function cellOf(cell: SheetCell | undefined): Cell {
  if (typeof cell === 'number') return cell;
  // As it was read: the first of a month is the month.
  if (cell !== undefined && isDateCell(cell)) return monthFromDate(cell.date) ?? cell.date;
  return harmless(cellAsText(cell));
}

function said(faults: readonly FieldProblem[] | undefined): string {
  return (faults ?? [])
    .map(({ column, message, fix }) =>
      `${column === undefined ? '' : `${column}: `}${message} ${fix ?? ''}`.trim(),
    )
    .join('\n');
}

/** The rows as they stood, in their places: a row that was empty stays so. */
function rowsInPlace(table: FileTable): readonly (SheetRow | null)[] {
  const placed: (SheetRow | null)[] = [];
  let at = table.header.row + 1;
  for (const row of table.rows) {
    // Long stretches of nothing are not worth keeping.
    for (; at < row.row && row.row - at < 100; at += 1) placed.push(null);
    placed.push(row);
    at = row.row + 1;
  }
  return placed;
}

/** The file that was uploaded, with a last column that says what is wrong on each row; of the same kind. */
export async function answerFile(
  table: FileTable,
  faults: FaultsByRow,
  locale: ProblemLocale,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = table.header.cells.flatMap((cell, index) => (isFaultColumn(cell) ? [] : [index]));
  const head = [...kept.map((index) => cellAsText(table.header.cells[index])), EYE_COLUMNS.faults[locale]];
  const rows = rowsInPlace(table).map((row): readonly Cell[] =>
    row === null
      ? head.map(() => '')
      : [...kept.map((index) => cellOf(row.cells[index])), said(faults.get(row.row))],
  );
  if (table.kind === 'csv')
    return csvOf([head.map((name) => harmless(name)), ...rows], table.delimiter ?? ';');
  const columns = head.map((name, index) => ({
    head: harmless(name),
    kind: 'text' as const,
    width: index === head.length - 1 ? 80 : Math.max(12, Math.min(40, name.length + 2)),
  }));
  return await xlsxOf([{ name: SHEET_NAMES.reports[locale], columns, rows }, helpSheet(locale)]);
}

function csvOf(rows: readonly (readonly Cell[])[], delimiter: Delimiter): Uint8Array<ArrayBuffer> {
  const quoted = (cell: Cell): string => {
    const text = cell === null ? '' : String(cell);
    return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
  return new TextEncoder().encode(`\uFEFF${text}`);
}
