import { type PlainDate, toEpochDay } from '#lib/shared/plain-date.ts';

/** The row in force on a day: the last whose `from` is not after it, or null before the first (section 1). */
export function rowInForce<Row extends { readonly from: PlainDate }>(
  rows: readonly Row[],
  on: PlainDate,
): Row | null {
  return rows.findLast((row) => row.from <= on) ?? null;
}

/** A row with the half-open stretch of epoch days that it is in force. */
export type RowInTime<Row> = { readonly row: Row; readonly from: number; readonly to: number };

/** The rows with the days they are in force: each until the next one's first day, the last without end. */
export function rowsInTime<Row extends { readonly from: PlainDate }>(
  rows: readonly Row[],
): readonly RowInTime<Row>[] {
  const starts = rows.map((row) => toEpochDay(row.from));
  return rows.map((row, index) => ({
    row,
    from: starts[index] ?? Infinity,
    to: starts[index + 1] ?? Infinity,
  }));
}
