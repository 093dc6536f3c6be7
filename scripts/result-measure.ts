import { isUtf8 } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { CsvError, parse } from 'csv-parse/sync';
import {
  type ContractCounts,
  formatMeasure,
  type LevelCounts,
  resultMeasures,
} from '#lib/domain/result-measure/result-measure.ts';

const COLUMNS =
  'contract participants_a participants_b participants_c rr1_a rr2_a rr1_b rr2_b rr1_c rr2_c'.split(' ');

/** Lines may end in any way, in one and the same file. */
const SHAPE = { bom: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] };

type Row = Readonly<Record<string, string>>;
type Line = { readonly record: Row; readonly info: { readonly lines: number } };

/** What is wrong with the file, in one line for whoever runs the command. */
class InputError extends Error {}

function count(row: Row, column: string, line: number): bigint {
  const value = row[column]?.trim() ?? '';
  if (!/^\d+$/.test(value)) throw new InputError(`line ${line}, ${column}: "${value}" is not a whole number`);
  return BigInt(value);
}

function levels(row: Row, line: number, columnOf: (level: 'a' | 'b' | 'c') => string): LevelCounts {
  return {
    A: count(row, columnOf('a'), line),
    B: count(row, columnOf('b'), line),
    C: count(row, columnOf('c'), line),
  };
}

function contractCounts(row: Row, line: number): ContractCounts {
  return {
    participants: levels(row, line, (level) => `participants_${level}`),
    firstResults: levels(row, line, (level) => `rr1_${level}`),
    secondResults: levels(row, line, (level) => `rr2_${level}`),
  };
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The header's names without the spaces round them; every column that is used must be there, once. */
function columnNames(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new InputError(`the header row lacks ${missing.join(', ')}`);
  const twice = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice.length > 0) throw new InputError(`the header row has ${twice.join(', ')} twice`);
  return names;
}

/** The header's names as they stand between these delimiters. */
function headerOf(source: string, delimiter: string): readonly string[] {
  const rows: string[][] = parse(source, { ...SHAPE, delimiter, relax_quotes: true, to: 1 });
  return rows[0]?.map((name) => name.trim()) ?? [];
}

/** The file as text, its lines of nothing but spaces empty. Other files than UTF-8 are refused: names would be others. */
function textOf(file: Buffer): string {
  if (isUtf8(file)) return file.toString('utf8').replace(/^[ \t]+$/gm, '');
  let line = 1;
  for (let from = 0, end = 0; end !== -1; from = end + 1, line += 1) {
    end = file.indexOf(0x0a, from);
    if (!isUtf8(file.subarray(from, end === -1 ? file.length : end))) break;
  }
  throw new InputError(`line ${line} is not UTF-8; save the file as UTF-8`);
}

/** The answer as CSV; columns are found by name, with comma or semicolon between them. */
function measureCsv(source: string): string {
  const byComma = headerOf(source, ',');
  if (byComma.every((name) => name === '')) throw new InputError('there is no header row');
  // A contract's own name for a column may hold the other one: the delimiter is what parts the columns that are used.
  const isParted = (names: readonly string[]): boolean => COLUMNS.some((column) => names.includes(column));
  const delimiter = !isParted(byComma) && isParted(headerOf(source, ';')) ? ';' : ',';
  const rows: Line[] = parse(source, { ...SHAPE, columns: columnNames, delimiter, info: true });
  const measures = resultMeasures(rows.map(({ record, info }) => contractCounts(record, info.lines)));
  const lines = rows.map(
    ({ record }, index) => `${quoted(record['contract'] ?? '')},${formatMeasure(measures[index] ?? null)}`,
  );
  return ['contract,measure', ...lines, ''].join('\n');
}

try {
  process.stdout.write(measureCsv(textOf(await buffer(process.stdin))));
} catch (error) {
  if (!(error instanceof InputError || error instanceof CsvError)) throw error;
  process.stderr.write(`result-measure: ${error.message}.\n`);
  process.exitCode = 1;
}
