/** What a cell of a file may hold. A number is written with a decimal comma, as Swedish spreadsheets read it. */
export type CsvCell = string | number | null;

/** Text that a spreadsheet would take for a formula is made plain text; what is only a number stays one. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : harmless(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file as people's spreadsheets open it: UTF-8 with a byte-order mark, semicolons, CRLF. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')}`;
}
