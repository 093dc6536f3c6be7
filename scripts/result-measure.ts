import { text } from 'node:stream/consumers';
import { CsvError, parse } from 'csv-parse/sync';
import {
  type ContractCounts,
  formatMeasure,
  type LevelCounts,
  resultMeasures,
} from '#lib/domain/result-measure/result-measure.ts';

const COLUMNS =
  'contract participants_a participants_b participants_c rr1_a rr2_a rr1_b rr2_b rr1_c rr2_c'.split(' ');

type Row = Readonly<Record<string, string>>;

/** What is wrong with the file, in one line for whoever runs the command. */
class InputError extends Error {}

function count(row: Row, column: string, line: number): bigint {
  const value = row[column]?.trim() ?? '';
  if (!/^\d+$/.test(value)) throw new InputError(`row ${line}, ${column}: "${value}" is not a whole number`);
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

/** The header's names without the spaces round them; every column that is used must be there. */
function columnNames(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new InputError(`the header row lacks ${missing.join(', ')}`);
  return names;
}

/** The answer as CSV; columns are found by name, with comma or semicolon between them. */
function measureCsv(source: string): string {
  const header = source.slice(0, source.search(/[\r\n]|$/));
  if (header === '') throw new InputError('there is no header row');
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  const rows: Row[] = parse(source, { bom: true, columns: columnNames, delimiter, skip_empty_lines: true });
  const measures = resultMeasures(rows.map((row, index) => contractCounts(row, index + 2)));
  const lines = rows.map(
    (row, index) => `${quoted(row['contract'] ?? '')},${formatMeasure(measures[index] ?? null)}`,
  );
  return ['contract,measure', ...lines, ''].join('\n');
}

try {
  process.stdout.write(measureCsv(await text(process.stdin)));
} catch (error) {
  if (!(error instanceof InputError || error instanceof CsvError)) throw error;
  process.stderr.write(`result-measure: ${error.message}.\n`);
  process.exitCode = 2;
}
