import { groupReports, type GroupedReports, type PlacementOf } from '#lib/domain/report/group-reports.ts';
import type { RawRow } from '#lib/domain/report/raw-row.ts';
import { type ReadRow, readRow, referenceOf } from '#lib/domain/report/read-row.ts';
import type { ReadOptions } from '#lib/domain/report/row-problem.ts';

/** Rows as they were sent, read one by one. */
export function readRows(rows: readonly RawRow[], options: ReadOptions): readonly ReadRow[] {
  return rows.map((raw, index) => readRow(raw, { index, fileRow: null }, options));
}

/** The one way from rows (of a form, a file or the API) to reports: each row read, then put together with its fellows. */
export function parseReports(
  rows: readonly RawRow[],
  placementOf: PlacementOf,
  options: ReadOptions,
): GroupedReports {
  return groupReports(readRows(rows, options), placementOf, options);
}

/** The references that rows lead to, each once: what there is to look up before the rows are put together. */
export function referencesOf(rows: readonly ReadRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ reference }) => (reference === null ? [] : [reference])))];
}

/** The same of rows that nobody has read yet. */
export function referencesIn(rows: readonly RawRow[]): readonly string[] {
  return [...new Set(rows.flatMap((raw) => referenceOf(raw) ?? []))];
}
