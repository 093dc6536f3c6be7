import { type AutomaticMonth, automaticShare } from '#lib/domain/sampling/sample-view.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

/** How many of each month's reports the rules approved, and the plan, as rows of a file; shares in per mille. */
export function automaticCsvRows(months: readonly AutomaticMonth[]): readonly (readonly CsvCell[])[] {
  return [
    ['Månad', 'Avgjorda', 'Godkända automatiskt', 'Andel i promille', 'Plan i promille'],
    ...months.map((month) => {
      const share = automaticShare(month);
      return [
        month.month,
        month.decided,
        month.automatic,
        share === null ? '' : Math.round(share * 1000),
        month.plannedPermille,
      ];
    }),
  ];
}
