import type { Block, CellPlace, GridSize } from '#lib/client/month-grid/selection.ts';

/** Rows of cells, as a spreadsheet puts them on the clipboard. */
export type CopiedCells = readonly (readonly string[])[];

/**
 * Reads a block of cells from text: tabs between cells, any kind of line end between rows, one line end after the last row
 * left out. A cell in quotes may hold tabs, line ends and doubled quotes, as Excel and LibreOffice write it.
 */
export function readCells(text: string): CopiedCells {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at);
    row.push(cell);
    at = end + 1;
    if (text[end] === '\t') continue;
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    rows.push(row);
    row = [];
    // A line end after the last row ends it; it begins no other.
    if (at >= text.length) break;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** `"` … `"`, followed by what ends a cell. */
const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const PLAIN = /[^\t\r\n]*/y;

function cellAt(text: string, at: number): { readonly cell: string; readonly end: number } {
  QUOTED.lastIndex = at;
  const match = QUOTED.exec(text);
  if (match !== null) return { cell: (match[1] ?? '').replaceAll('""', '"'), end: QUOTED.lastIndex };
  PLAIN.lastIndex = at;
  const cell = PLAIN.exec(text)?.[0] ?? '';
  return { cell, end: at + cell.length };
}

/** Cells as text for the clipboard: what {@link readCells} reads, and spreadsheets too. */
export function writeCells(cells: CopiedCells): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Where pasted cells end up. Places are counted over all pages. */
export type LaidCells = {
  readonly cells: readonly (CellPlace & { readonly text: string })[];
  /** What was laid: rows and columns. */
  readonly size: GridSize;
  /** What found no room: below the last row, to the right of the last column. */
  readonly over: GridSize;
};

/**
 * Lays copied cells on the grid from the upper left corner of what is selected. A single cell fills all that is selected.
 * What does not fit is counted, never moved to another place.
 */
export function layCells(copied: CopiedCells, selected: Block, grid: GridSize): LaidCells {
  const only = copied.length === 1 && copied[0]?.length === 1 ? copied[0][0] : undefined;
  const rows = only === undefined ? copied.length : selected.bottom - selected.top + 1;
  const columns =
    only === undefined ? Math.max(0, ...copied.map((row) => row.length)) : selected.right - selected.left + 1;
  const size = {
    rows: Math.min(rows, grid.rows - selected.top),
    columns: Math.min(columns, grid.columns - selected.left),
  };
  const cells = Array.from({ length: size.rows }, (_, down) =>
    Array.from({ length: size.columns }, (__, right) => ({
      row: selected.top + down,
      column: selected.left + right,
      text: (only ?? copied[down]?.[right] ?? '').trim(),
    })),
  ).flat();
  return { cells, size, over: { rows: rows - size.rows, columns: columns - size.columns } };
}
