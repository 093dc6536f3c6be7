import type { GroupedReport, PlacementOf } from '#lib/domain/report/group-reports.ts';
import type { ReadRow } from '#lib/domain/report/read-row.ts';
import { fileRowsOf } from '#lib/server/import/reports/read-reports.ts';
import type { FaultsByRow } from '#lib/server/upload/answer-file.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

export type LeftOut = {
  /** Reports that were left out. */
  readonly reports: number;
  /** What to say on each row that was left out: also on one that is right by itself but stands in such a report. */
  readonly withNeighbours: (faults: readonly FieldProblem[], locale: ProblemLocale) => FaultsByRow;
};

/** The rows that are in none of the reports that are right. */
export function leftOutRows(
  rows: readonly ReadRow[],
  right: readonly GroupedReport[],
  placementOf: PlacementOf,
): LeftOut {
  const taken = new Set(right.flatMap((report) => fileRowsOf(report)));
  const left = rows.filter(({ source: { fileRow } }) => fileRow !== null && !taken.has(fileRow));
  const keys = left.map(({ reference, month, source }) => {
    const whose = reference === null ? `row ${source.index}` : (placementOf(reference) ?? reference);
    return `${whose} ${month ?? ''}`;
  });
  return {
    reports: new Set(keys).size,
    withNeighbours(faults, locale) {
      const byRow = Map.groupBy(faults, ({ row }) => row);
      return new Map(
        left.flatMap(({ source: { fileRow } }) =>
          fileRow === null ? [] : [[fileRow, byRow.get(fileRow) ?? [neighbour(fileRow, locale)]]],
        ),
      );
    },
  };
}

function neighbour(row: number, locale: ProblemLocale): FieldProblem {
  const words = {
    sv: {
      message: 'Raden hör till en rapport där något annat är fel.',
      fix: 'Rätta den raden, så kommer hela rapporten med.',
    },
    en: {
      message: 'The row belongs to a report in which something else is wrong.',
      fix: 'Correct that row, and the whole report comes along.',
    },
  };
  return { pointer: '', row, code: 'reportLeftOut', ...words[locale] };
}
