import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { errorCode, OperatorFault } from '#lib/server/operator-fault.ts';

/** One row of a file: its number as a spreadsheet shows it (the header being row 1), and its cells, trimmed. */
export type CsvRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** The cell under a column, empty where the file has no such column or the row ends before it. */
  readonly get: (column: string) => string;
  /** The row goes on past the last column: something in it is not where it should be. */
  readonly tooLong: boolean;
};

export type CsvFile = {
  readonly delimiter: ',' | ';';
  readonly byteOrderMark: boolean;
  readonly columns: readonly string[];
  /** Columns of the file that nobody asked for, by their names. */
  readonly ignored: readonly string[];
  /** Each call reads the file anew, from its beginning. */
  readonly rows: () => AsyncGenerator<CsvRow>;
};

export type CsvColumns = { readonly required: readonly string[]; readonly optional?: readonly string[] };

type Parsed = { readonly record: readonly string[]; readonly info: { readonly empty_lines: number } };

/**
 * Opens a CSV file: UTF-8 with or without a byte-order mark, comma or semicolon, columns found by name in any order.
 * What makes the whole file unusable is an OperatorFault: not there, not UTF-8, columns missing (all named) or double.
 */
export async function openCsv(file: string, wanted: CsvColumns): Promise<CsvFile> {
  const { delimiter, byteOrderMark } = await readDialect(file);
  const header = await readHeader(file, delimiter);
  const columns = header.map((name) => name.trim());
  assertColumns(file, columns, wanted);
  const known = new Set([...wanted.required, ...(wanted.optional ?? [])]);
  return {
    delimiter,
    byteOrderMark,
    columns,
    ignored: columns.filter((name) => name !== '' && !known.has(name)),
    rows: () => readRows(file, delimiter, columns),
  };
}

async function readDialect(file: string): Promise<Pick<CsvFile, 'delimiter' | 'byteOrderMark'>> {
  const handle = await open(file).catch((error: unknown) => {
    throw explainOpen(file, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const header = buffer.toString('utf8', 0, bytesRead).split(/\r\n|\r|\n/, 1)[0] ?? '';
    return {
      delimiter: header.split(';').length > header.split(',').length ? ';' : ',',
      byteOrderMark: header.startsWith('\uFEFF'),
    };
  } catch (error) {
    throw explainOpen(file, error);
  } finally {
    await handle.close();
  }
}

function explainOpen(file: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case 'ENOENT':
      return new OperatorFault(`Filen ${file} finns inte.`);
    case 'EACCES':
    case 'EPERM':
      return new OperatorFault(`Filen ${file} får inte läsas. Ändra dess behörigheter.`);
    case 'EISDIR':
      return new OperatorFault(`${file} är en mapp. Ange en fil.`);
    case undefined:
    default:
      return error;
  }
}

async function readHeader(file: string, delimiter: string): Promise<readonly string[]> {
  for await (const { record } of parsed(file, delimiter)) return record;
  throw new OperatorFault(`Filen ${file} är tom. Den första raden ska ha kolumnernas namn.`);
}

function assertColumns(file: string, columns: readonly string[], wanted: CsvColumns): void {
  const missing = wanted.required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new OperatorFault(
      `Filen ${file} saknar ${missing.length === 1 ? 'kolumnen' : 'kolumnerna'} ${missing.join(', ')}. Kolumnerna står på filens första rad.`,
    );
  }
  const double = columns.filter((name, at) => name !== '' && columns.indexOf(name) !== at);
  if (double.length > 0) {
    throw new OperatorFault(
      `Filen ${file} har mer än en kolumn som heter ${[...new Set(double)].join(', ')}. Ta bort den ena.`,
    );
  }
}

async function* readRows(
  file: string,
  delimiter: string,
  columns: readonly string[],
): AsyncGenerator<CsvRow> {
  const index = new Map(columns.map((name, at) => [name, at]));
  let records = 0;
  for await (const { record, info } of parsed(file, delimiter)) {
    records += 1;
    const isHeader = records === 1;
    const cells = record.map((cell) => cell.trim());
    // What is left of rows that were emptied in a spreadsheet.
    if (isHeader || cells.every((cell) => cell === '')) continue;
    const get = (column: string): string => cells[index.get(column) ?? -1] ?? '';
    const tooLong = cells.slice(columns.length).some((cell) => cell !== '');
    yield { row: records + info.empty_lines, cells, get, tooLong };
  }
}

async function* parsed(file: string, delimiter: string): AsyncGenerator<Parsed> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  const source = createReadStream(file);
  // A parser that is left before its end (only the header is read) must not hold the file open.
  parser.once('close', () => source.destroy());
  source.once('error', (error) => parser.destroy(error));
  decodeInto(source, parser, file);
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape that `info: true` gives
    for await (const record of parser) yield record as Parsed;
  } catch (error) {
    throw explainSyntax(file, error);
  }
}

/** Bytes that are no UTF-8 (a file saved as Windows-1252, a spreadsheet) stop the reading instead of becoming question marks. */
function decodeInto(
  source: ReturnType<typeof createReadStream>,
  parser: ReturnType<typeof parse>,
  file: string,
): void {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Buffer): string | null => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      parser.destroy(
        new OperatorFault(`Filen ${file} är inte UTF-8. Spara den som ”CSV UTF-8” och försök igen.`),
      );
      return null;
    }
  };
  source.on('data', (bytes) => {
    const text = decode(Buffer.from(bytes));
    if (text !== null && !parser.write(text)) source.pause();
  });
  parser.on('drain', () => source.resume());
  source.once('end', () => {
    const text = decode();
    if (text !== null) parser.end(text);
  });
}

function explainSyntax(file: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined || !code.startsWith('CSV_')) return explainOpen(file, error);
  const line = typeof error === 'object' && error !== null && 'lines' in error ? String(error.lines) : '?';
  return new OperatorFault(
    `Filen ${file} går inte att läsa som CSV vid rad ${line}. Oftast är det ett citattecken (") som inte stängs.`,
    { cause: error },
  );
}
