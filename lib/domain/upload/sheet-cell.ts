/** A day, or a moment, that a spreadsheet keeps as a number and shows as a date: ISO 8601, without zone. */
export type DateCell = { readonly date: string };

/** A cell as a file gives it. */
export type SheetCell = string | number | boolean | DateCell | null;

/** A row of a file with anything in it. */
export type SheetRow = {
  /** Its number as a spreadsheet shows it, the first being 1. */
  readonly row: number;
  readonly cells: readonly SheetCell[];
  /** Cells (from 0) that are covered by a merged cell above or to the left of them, and so hold nothing of their own. */
  readonly covered?: readonly number[];
  /** Cells (from 0) whose formula has no saved value. */
  readonly unsaved?: readonly number[];
};

/** The table of a file, whatever kind of file it was. */
export type SheetTable = {
  readonly header: SheetRow;
  readonly rows: readonly SheetRow[];
};

export function isDateCell(cell: SheetCell): cell is DateCell {
  return typeof cell === 'object' && cell !== null;
}

/** What surrounds text in spreadsheets without being seen: spaces of all kinds, byte-order marks, zero-width signs. */
export function trimmed(text: string): string {
  return text.replaceAll(/^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/gu, '');
}

export function isEmptyCell(cell: SheetCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && trimmed(cell) === '');
}

/** The cell as text that goes back into a file. A date comes back as ISO 8601. */
export function cellAsText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return isDateCell(cell) ? cell.date : String(cell);
}
