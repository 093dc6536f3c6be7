import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** What a column holds: `date` are ISO dates, `kronor` numbers with öre as decimals. */
export type XlsxColumn = {
  readonly head: string;
  readonly kind: 'text' | 'date' | 'number' | 'kronor';
  /** In characters. */
  readonly width: number;
};

export type XlsxSheet = {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** `@` is text: what looks like a formula stays text also when somebody edits the cell. */
const FORMATS = { text: '@', date: 'yyyy-mm-dd', number: '0', kronor: '#,##0.00' } as const;

/** As much as a cell may hold. */
const LONGEST = 32_767;

/** What XML cannot hold at all, lone halves of characters among it. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these are what may not stand in the file
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

function cellOf(value: string | number | null, { kind }: XlsxColumn): CellValue {
  if (value === null) return null;
  if (typeof value === 'number') return value;
  return kind === 'date' ? new Date(`${value}T00:00:00Z`) : clean(value).slice(0, LONGEST);
}

function sheetOf({ name, columns, rows }: XlsxSheet): WriteSheet {
  const bold: [string, Partial<Cell>][] = columns.map(({ head }, index) => [
    `0,${index}`,
    { value: head, type: 'string', style: { font: { bold: true }, numFmt: '@' } },
  ]);
  return {
    name,
    columns: columns.map(({ kind, width }) => ({ width, numFmt: FORMATS[kind] })),
    rows: [
      columns.map(({ head }) => head),
      ...rows.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, column))),
    ],
    cells: new Map(bold),
    freezePane: { rows: 1 },
  };
}

async function write(sheets: readonly XlsxSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeXlsx({ sheets: sheets.map(sheetOf), stringMode: 'inline' }));
}

/** The workbook before, done or failed: one at a time, since 20 000 rows take a quarter of a gibibyte while written. */
let earlier: Promise<unknown> = Promise.resolve();

/**
 * A workbook with a sheet for each table: heads that stay, numbers as numbers, dates as dates, and text as text
 * whatever it begins with. In memory all at once: meant for tens of thousands of rows, not millions.
 */
export async function xlsxOf(sheets: readonly XlsxSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = earlier.then(async () => await write(sheets));
  earlier = written.catch(() => undefined);
  return await written;
}
