import { rm } from 'node:fs/promises';
import type { CsvFile } from '#lib/server/import/csv-file.ts';
import { type RowFaults, writeErrorFile } from '#lib/server/import/error-file.ts';
import type { ImportRun } from '#lib/server/import/import-run.ts';

/** Writes the failing rows to their file; where none failed, one from an earlier try is taken away. */
export async function writeFaults(run: ImportRun, csv: CsvFile, faults: RowFaults): Promise<void> {
  if (faults.size > 0) await writeErrorFile(run.errorsFile, csv, faults);
  else if (run.errorsFile === defaultErrorsFile(run.file)) await rm(run.errorsFile, { force: true });
}

export function defaultErrorsFile(file: string): string {
  return `${file}.errors.csv`;
}
