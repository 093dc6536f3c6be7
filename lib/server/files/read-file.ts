import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import type { FileNote } from '#lib/domain/upload/file-note.ts';
import type { SheetTable } from '#lib/domain/upload/sheet-cell.ts';
import type { FileKind } from '#lib/domain/upload/upload-view.ts';
import { readCsv } from '#lib/server/files/read-csv.ts';
import { readXlsx } from '#lib/server/files/read-xlsx.ts';
import { err, type Result } from '#lib/shared/result.ts';

export type Delimiter = ';' | ',' | '\t';

/** A file as a table, with what was noticed on the way. */
export type FileTable = SheetTable & {
  readonly kind: FileKind;
  readonly notes: readonly FileNote[];
  /** Null for a workbook. */
  readonly delimiter: Delimiter | null;
};

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
/** Compound files: old Excel, and new Excel behind a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PDF = Buffer.from('%PDF', 'latin1');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function begins(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}

/**
 * Reads a file as what it is by its content; what it is called says nothing. Its headings are found by the names of the
 * columns, in small letters; those of reports where nothing else is said.
 */
export async function readFile(
  bytes: Buffer,
  columns: readonly string[] = REPORT_COLUMNS,
): Promise<Result<FileTable, FileFault>> {
  const known = new Set(columns);
  if (bytes.length === 0) return err({ code: 'fileEmpty', facts: {} });
  if (begins(bytes, ZIP)) return await readXlsx(bytes, known);
  if (begins(bytes, EMPTY_ZIP)) return err({ code: 'fileUnknown', facts: {} });
  if (begins(bytes, COMPOUND))
    return err({ code: bytes.includes(ENCRYPTED) ? 'fileEncrypted' : 'fileOldExcel', facts: {} });
  if (begins(bytes, PDF)) return err({ code: 'filePdf', facts: {} });
  return readCsv(bytes, known);
}
