import { type Level, LEVELS } from '#lib/domain/compensation/types.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A line of what was pasted: which service period, and the level that is right where the line says one. */
export type CorrectionRow = {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  readonly reference: string;
  readonly level: Level | null;
};

/** As many placements as are corrected at once. */
export const MOST_ROWS = 10_000;
const MOST_TOLD = 50;

/** A line before the data that names the columns. */
const isHeader = (line: string, index: number): boolean => index === 0 && !/^\s*"?\d/.test(line);

function readRow(line: string, row: number): Result<CorrectionRow, FieldProblem> {
  const [reference = '', level = '', ...rest] = line
    .split(/[;,\t]/)
    .map((cell) => cell.trim().replaceAll('"', ''));
  const tell = (column: string, code: string, message: string): Result<never, FieldProblem> =>
    err({ pointer: '/rows', row, column, code, message: `Rad ${row}: ${message}` });
  if (!/^\d{9}$/.test(reference))
    return tell('reference', 'referenceInvalid', 'genomförandereferensen ska vara nio siffror.');
  if (rest.some((cell) => cell !== ''))
    return tell('level', 'rowTooLong', 'raden ska ha genomförandereferens och nivå, inget mer.');
  const known = LEVELS.find((one) => one === level.toUpperCase());
  if (level !== '' && known === undefined)
    return tell('level', 'levelInvalid', 'nivån ska vara A, B eller C.');
  return ok({ row, reference, level: known ?? null });
}

/**
 * The implementation references that were pasted, one a line, each with its right level or none (`123456789;B`); a first
 * line of column names is passed over. Or every fault with its row: no reference, an unknown level, the same reference
 * twice. At most 10 000 lines, of faults the first 50.
 */
export function readCorrectionRows(text: string): Result<readonly CorrectionRow[], readonly FieldProblem[]> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line, row: index + 1, skip: line.trim() === '' || isHeader(line, index) }))
    .filter(({ skip }) => !skip);
  const problems: FieldProblem[] = [];
  const rows: CorrectionRow[] = [];
  const seen = new Set<string>();
  if (lines.length === 0)
    problems.push({
      pointer: '/rows',
      code: 'rowsMissing',
      message: 'Klistra in minst en genomförandereferens.',
    });
  if (lines.length > MOST_ROWS)
    problems.push({
      pointer: '/rows',
      code: 'tooManyRows',
      message: 'Högst 10 000 rader åt gången. Dela upp dem.',
    });
  for (const { line, row } of lines.slice(0, MOST_ROWS)) {
    const read = readRow(line, row);
    if (!read.ok) problems.push(read.error);
    else if (seen.has(read.value.reference)) {
      const message = `Rad ${row}: genomförandereferensen ${read.value.reference} står redan på en tidigare rad.`;
      problems.push({ pointer: '/rows', row, column: 'reference', code: 'referenceTwice', message });
    } else {
      seen.add(read.value.reference);
      rows.push(read.value);
    }
  }
  return problems.length > 0 ? err(problems.slice(0, MOST_TOLD)) : ok(rows);
}
