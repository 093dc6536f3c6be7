import type { ExportColumn } from '#lib/domain/export/export-columns.ts';
import type { ExportKind } from '#lib/domain/export/export-kind.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

/** A value as the database gives it. */
export type ExportValue = string | number | boolean | null | object;
export type ExportRow = readonly ExportValue[];

/** The tables of an export, each read as it is written. */
export type ExportTables = {
  readonly about: Readonly<Record<string, unknown>>;
  readonly kinds: readonly ExportKind[];
  readonly rowsOf: (kind: ExportKind) => AsyncIterable<readonly ExportRow[]>;
};

/** What a cell of a table can hold: objects as JSON. */
export function cellOf(value: ExportValue, { kind }: ExportColumn): CsvCell {
  if (value === null) return null;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return kind === 'number' || kind === 'kronor' ? Number(value) : String(value);
}
