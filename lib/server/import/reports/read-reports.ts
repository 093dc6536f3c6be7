import { type GroupedReport, groupReports } from '#lib/domain/report/group-reports.ts';
import { LOAD_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { referencesOf } from '#lib/domain/report/parse-reports.ts';
import { type ReadRow, readRow } from '#lib/domain/report/read-row.ts';
import type { ReadOptions } from '#lib/domain/report/row-problem.ts';
import type { CsvFile } from '#lib/server/import/csv-file.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type ReadReports = {
  readonly reports: readonly GroupedReport[];
  /** Every row of a report that is left out, with what is wrong with it. */
  readonly faults: Map<number, readonly FieldProblem[]>;
  readonly rows: number;
};

/** The placements that references lead to; those that lead nowhere are not in it. */
type FindPlacements = (references: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const ROWS_BETWEEN_WORDS = 50_000;

/** Reads the whole file: rows of one report may stand anywhere in it. */
export async function readReports(
  csv: CsvFile,
  findPlacements: FindPlacements,
  options: ReadOptions,
  progress: (line: string) => void,
): Promise<ReadReports> {
  const rows: ReadRow[] = [];
  for await (const row of csv.rows()) {
    const raw = Object.fromEntries(LOAD_COLUMNS.map((column) => [column, row.get(column)]));
    rows.push(readRow(row.tooLong ? null : raw, { index: rows.length, fileRow: row.row }, options));
    if (rows.length % ROWS_BETWEEN_WORDS === 0) progress(`${rows.length} rader lästa`);
  }
  const placements = await findPlacements(referencesOf(rows));
  const { reports, faults } = groupReports(rows, (reference) => placements.get(reference) ?? null, options);
  const taken = new Set(reports.flatMap((report) => fileRowsOf(report)));
  const left = rows.flatMap(({ source }) =>
    source.fileRow === null || taken.has(source.fileRow) ? [] : [source.fileRow],
  );
  return { reports, faults: withNeighbours(left, faults), rows: rows.length };
}

/** The rows of the file that a report is made of. */
export function fileRowsOf({ sources, firstSource }: GroupedReport): readonly number[] {
  return [
    ...new Set([firstSource, ...sources].flatMap(({ fileRow }) => (fileRow === null ? [] : [fileRow]))),
  ];
}

/**
 * Faults by row. A row that is right by itself but stands in a report that fails is among them too, so that the file of
 * failing rows holds whole reports and can be imported when it has been mended.
 */
export function withNeighbours(
  rows: readonly number[],
  faults: readonly FieldProblem[],
): Map<number, readonly FieldProblem[]> {
  const byRow = Map.groupBy(faults, ({ row }) => row);
  return new Map(rows.map((row) => [row, byRow.get(row) ?? [leftOut(row)]]));
}

function leftOut(row: number): FieldProblem {
  return {
    pointer: '',
    row,
    code: 'reportLeftOut',
    message: 'Raden hör till en rapport där något annat är fel.',
    fix: 'Rätta den raden, så kommer hela rapporten med.',
  };
}
