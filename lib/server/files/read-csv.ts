import { CsvError, parse } from 'csv-parse/sync';
import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import type { FileNote } from '#lib/domain/upload/file-note.ts';
import { isHeader } from '#lib/domain/upload/find-columns.ts';
import { cellAsText, isEmptyCell, type SheetRow, trimmed } from '#lib/domain/upload/sheet-cell.ts';
import type { Delimiter, FileTable } from '#lib/server/files/read-file.ts';
import { READ_LIMITS } from '#lib/server/files/read-limits.ts';
import { decodeText } from '#lib/server/files/read-text.ts';
import { HEADER_WITHIN, tooManyRows } from '#lib/server/files/table-rules.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

const DELIMITERS: readonly Delimiter[] = [';', ',', '\t'];
/** How many of our columns a line has when it is divided so. */
function knownNames(line: string, delimiter: Delimiter, known: ReadonlySet<string>): number {
  return line
    .toLowerCase()
    .split(delimiter)
    .filter((name) => known.has(trimmed(name).replaceAll('"', ''))).length;
}

/** The delimiter that finds most of our columns among the first lines. */
function delimiterOf(text: string, known: ReadonlySet<string>): Delimiter {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/, HEADER_WITHIN + 1);
  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    names: Math.max(...lines.map((line) => knownNames(line, delimiter, known))),
    parts: Math.max(...lines.map((line) => line.split(delimiter).length)),
  }));
  const [best] = scores.toSorted((a, b) => b.names - a.names || b.parts - a.parts);
  return best?.delimiter ?? ';';
}

/** Rows of a file, empty ones too, that are looked at: what comes after them must not be lost in silence. */
const MOST_RECORDS = READ_LIMITS.rows + HEADER_WITHIN + 1;

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * Reads CSV: commas, semicolons or tabs, fields in quotation marks. Rows are counted as a spreadsheet shows them: a field
 * with a line break in it is one row.
 */
export function readCsv(bytes: Buffer, known: ReadonlySet<string>): Result<FileTable, FileFault> {
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: 'fileUnknown', facts: {} });
  // What Excel writes first to tell itself how the columns are divided.
  const hint = /^sep=(.)(?:\r\n|\r|\n)/i.exec(decoded.text)?.[0] ?? '';
  const text = decoded.text.slice(hint.length);
  if (text.trim() === '') return err({ code: 'fileEmpty', facts: {} });
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text)) return err({ code: 'fileWebPage', facts: {} });
  const delimiter = delimiterOf(text, known);
  const notes: FileNote[] = [...decoded.notes];
  if (delimiter === '\t') notes.push({ code: 'delimiter', facts: { name: 'tab' } });
  try {
    return tableOf(parseRecords(text, delimiter), { delimiter, notes, known, above: hint === '' ? 0 : 1 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err({ code: 'csvBroken', facts: { row: Number(Reflect.get(error, 'lines') ?? 1) } });
  }
}

function parseRecords(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape that `info: true` gives
  const parsed = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    // One too many tells that there are more.
    to: MOST_RECORDS + 1,
    max_record_size: 200_000,
  }) as unknown as readonly Parsed[];
  return parsed.map(({ record }) => record);
}

type Dialect = {
  readonly delimiter: Delimiter;
  readonly notes: readonly FileNote[];
  readonly known: ReadonlySet<string>;
  readonly above: number;
};

function tableOf(
  records: readonly (readonly string[])[],
  { delimiter, notes, known, above }: Dialect,
): Result<FileTable, FileFault> {
  const all = records.flatMap((record, index): SheetRow[] => {
    const cells = record.slice(0, READ_LIMITS.cells).map((cell) => cell.slice(0, READ_LIMITS.text));
    return cells.every((cell) => isEmptyCell(cell)) ? [] : [{ row: index + 1 + above, cells }];
  });
  const at = all.slice(0, HEADER_WITHIN).findIndex((row) => isHeader(row, known));
  const header = all[at];
  if (header === undefined) {
    const names = (all[0]?.cells ?? []).slice(0, 12).map((cell) => cellAsText(cell).slice(0, 40));
    return err({ code: 'headerMissing', facts: { names } });
  }
  const rows = all.slice(at + 1);
  if (rows.length > READ_LIMITS.rows || records.length > MOST_RECORDS) return tooManyRows();
  return ok({ kind: 'csv', header, rows, notes, delimiter });
}
