/** A cell by its place on the page: row and column from 0. */
export type CellPlace = { readonly row: number; readonly column: number };

/** A block of cells: `anchor` is where it began, `head` where the keyboard stands. */
export type Selection = { readonly anchor: CellPlace; readonly head: CellPlace };

/** The block's edges, all of them within it. */
export type Block = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** How many rows and columns there are to move among. */
export type GridSize = { readonly rows: number; readonly columns: number };

export function selectCell(place: CellPlace): Selection {
  return { anchor: place, head: place };
}

export function blockOf({ anchor, head }: Selection): Block {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

export function sizeOf({ top, left, bottom, right }: Block): GridSize {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

export function isOneCell({ anchor, head }: Selection): boolean {
  return anchor.row === head.row && anchor.column === head.column;
}

/** Every cell of the block, row by row. */
export function cellsOf({ top, left, bottom, right }: Block): readonly CellPlace[] {
  const cells: CellPlace[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  return cells;
}

/**
 * The columns of a row that a block covers, as `first-last`; empty where it covers none of them, or is one cell, which
 * shows by its focus. A text, so that rows can tell by comparing whether anything changed.
 */
export function coveredColumns(selection: Selection | null, row: number): string {
  if (selection === null || isOneCell(selection)) return '';
  const { top, bottom, left, right } = blockOf(selection);
  return row >= top && row <= bottom ? `${left}-${right}` : '';
}

/** Whether a column lies within what {@link coveredColumns} said. */
export function isCovered(covered: string, column: number): boolean {
  if (covered === '') return false;
  const [left, right] = covered.split('-').map(Number);
  return left !== undefined && right !== undefined && column >= left && column <= right;
}
