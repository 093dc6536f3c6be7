import { streamXlsxRows } from 'hucre/xlsx';
import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import type { FileNote } from '#lib/domain/upload/file-note.ts';
import { isHeader } from '#lib/domain/upload/find-columns.ts';
import { cellAsText, isEmptyCell, type SheetCell, type SheetRow } from '#lib/domain/upload/sheet-cell.ts';
import type { FileTable } from '#lib/server/files/read-file.ts';
import { READ_LIMITS } from '#lib/server/files/read-limits.ts';
import { coveredIn } from '#lib/server/files/scan-sheet.ts';
import { inspectWorkbook, type WorkbookSheet } from '#lib/server/files/workbook-parts.ts';
import { HEADER_WITHIN, isTooMany, tooManyRows } from '#lib/server/files/table-rules.ts';
import { TEMPLATE_SHEETS } from '#lib/domain/upload/template-rows.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A moment as it stands in a cell: days without a time alone, times in full. */
function dateCell(value: Date): SheetCell {
  if (Number.isNaN(value.getTime())) return '#DATE!';
  const text = value.toISOString();
  return { date: text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19) };
}

function sheetCell(value: unknown): SheetCell {
  if (value instanceof Date) return dateCell(value);
  if (typeof value === 'string') return value.slice(0, READ_LIMITS.text);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

async function* readRows(bytes: Buffer, { index, traits }: WorkbookSheet): AsyncGenerator<SheetRow> {
  for await (const { index: at, values } of streamXlsxRows(bytes, { sheet: index })) {
    const cells = values.slice(0, READ_LIMITS.cells).map((value) => sheetCell(value));
    if (cells.every((cell) => isEmptyCell(cell))) continue;
    const row = at + 1;
    const covered = coveredIn(row, traits.merges, READ_LIMITS.cells);
    const unsaved = traits.unsaved.get(row);
    yield {
      row,
      cells,
      ...(covered.length === 0 ? {} : { covered }),
      ...(unsaved === undefined ? {} : { unsaved }),
    };
  }
}

/** The first rows of a sheet with anything in them. */
async function firstRows(bytes: Buffer, sheet: WorkbookSheet): Promise<readonly SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const row of readRows(bytes, sheet)) {
    first.push(row);
    if (first.length === HEADER_WITHIN) break;
  }
  return first;
}

type Chosen = { readonly sheet: WorkbookSheet; readonly notes: readonly FileNote[] };

/** The one sheet that has such rows in it, found by its headings. Which one it is is never guessed. */
async function chooseSheet(
  bytes: Buffer,
  sheets: readonly WorkbookSheet[],
  known: ReadonlySet<string>,
): Promise<Result<Chosen, FileFault>> {
  const candidates: WorkbookSheet[] = [];
  const others: WorkbookSheet[] = [];
  let beginning: readonly string[] = [];
  for (const sheet of sheets) {
    const first = await firstRows(bytes, sheet);
    if (first.some((row) => isHeader(row, known))) candidates.push(sheet);
    else if (first.length > 0) others.push(sheet);
    if (beginning.length === 0 && !sheet.hidden)
      beginning = (first[0]?.cells ?? []).map((cell) => cellAsText(cell)).filter((text) => text !== '');
  }
  const seen = candidates.filter(({ hidden }) => !hidden);
  const [sheet] = seen;
  if (seen.length > 1) return err({ code: 'sheetsSeveral', facts: { names: namesOf(seen) } });
  if (sheet === undefined) {
    return candidates.length > 0
      ? err({ code: 'sheetHidden', facts: { names: namesOf(candidates) } })
      : err({ code: 'headerMissing', facts: { names: beginning.slice(0, 12) } });
  }
  const hidden = [...candidates, ...others].filter((other) => other.hidden);
  const ignored = others.filter((other) => !other.hidden && !TEMPLATE_SHEETS.has(other.name));
  const notes: FileNote[] = [];
  if (hidden.length > 0) notes.push({ code: 'sheetsHidden', facts: { names: namesOf(hidden) } });
  if (ignored.length > 0) notes.push({ code: 'sheetsIgnored', facts: { names: namesOf(ignored) } });
  const { formulas: count, firstFormula: first } = sheet.traits;
  if (count > 0) notes.push({ code: 'formulas', facts: { count, first } });
  return ok({ sheet, notes });
}

function namesOf(sheets: readonly WorkbookSheet[]): readonly string[] {
  return sheets.map(({ name }) => name.slice(0, 40));
}

/** Reads a workbook: looked through first, then its one sheet as a stream. */
export async function readXlsx(
  bytes: Buffer,
  known: ReadonlySet<string>,
): Promise<Result<FileTable, FileFault>> {
  const sheets = inspectWorkbook(bytes);
  if (!sheets.ok) return sheets;
  if (sheets.value.length > READ_LIMITS.sheets)
    return err({ code: 'fileManyParts', facts: { most: READ_LIMITS.sheets } });
  try {
    const chosen = await chooseSheet(bytes, sheets.value, known);
    return chosen.ok ? await readSheet(bytes, chosen.value, known) : chosen;
  } catch (error) {
    // Whatever the reader stumbles over is the file's fault: it was unpacked without one.
    if (error instanceof Error) return err({ code: 'fileDamaged', facts: {} });
    throw error;
  }
}

async function readSheet(
  bytes: Buffer,
  { sheet, notes }: Chosen,
  known: ReadonlySet<string>,
): Promise<Result<FileTable, FileFault>> {
  const rows: SheetRow[] = [];
  let header: SheetRow | null = null;
  for await (const row of readRows(bytes, sheet)) {
    if (header === null) header = isHeader(row, known) ? row : null;
    else rows.push(row);
    if (isTooMany(rows)) return tooManyRows();
  }
  if (header === null) return err({ code: 'headerMissing', facts: { names: [] } });
  return ok({ kind: 'xlsx', header, rows, notes, delimiter: null });
}
