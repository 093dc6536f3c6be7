import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import { READ_LIMITS } from '#lib/server/files/read-limits.ts';
import { err, type Result } from '#lib/shared/result.ts';

/** The headings stand among the first so many rows with anything in them: titles above them are common. */
export const HEADER_WITHIN = 10;

export function isTooMany(rows: readonly unknown[]): boolean {
  return rows.length > READ_LIMITS.rows;
}

export function tooManyRows(): Result<never, FileFault> {
  return err({ code: 'rowsTooMany', facts: { most: READ_LIMITS.rows } });
}
