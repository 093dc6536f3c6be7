import { open, rm } from 'node:fs/promises';
import type { CsvFile } from '#lib/server/import/csv-file.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What is wrong with the rows of a file, by row number. */
export type RowFaults = ReadonlyMap<number, readonly FieldProblem[]>;

const ADDED = ['row', 'column', 'code', 'message', 'fix'] as const;

/**
 * Writes the failing rows as they stood, one line each, with what is wrong beside them: where a row has several faults,
 * they stand in the same order in each of the added columns. Mended, the file can be imported as it is: the added
 * columns are ones that no import asks for. Readable by its owner alone, since rows hold personal data.
 */
export async function writeErrorFile(target: string, source: CsvFile, faults: RowFaults): Promise<void> {
  const kept = source.columns.filter((name) => !ADDED.some((added) => added === name));
  // An older file of anybody's gives way first: opening it would keep its permissions.
  await rm(target, { force: true });
  const handle = await open(target, 'w', 0o600);
  try {
    const write = (cells: readonly string[]): Promise<unknown> =>
      handle.write(`${cells.map((cell) => quoted(cell, source.delimiter)).join(source.delimiter)}\n`);
    if (source.byteOrderMark) await handle.write('\uFEFF');
    await write([...kept, ...ADDED]);
    for await (const row of source.rows()) {
      const found = faults.get(row.row);
      if (found === undefined) continue;
      await write([...kept.map((name) => harmless(row.get(name))), String(row.row), ...described(found)]);
    }
  } finally {
    await handle.close();
  }
}

function described(faults: readonly FieldProblem[]): readonly string[] {
  const joined = (part: (fault: FieldProblem) => string | undefined): string =>
    faults.map((fault) => part(fault) ?? '').join(' | ');
  return [
    joined((fault) => fault.column),
    joined((fault) => fault.code),
    joined((fault) => fault.message),
    joined((fault) => fault.fix),
  ];
}

/** A cell that a spreadsheet would take for a formula is made plain text; numbers are left as they are. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
