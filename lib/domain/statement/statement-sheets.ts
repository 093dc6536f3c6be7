import type { StatementRows } from '#lib/domain/statement/statement-csv.ts';
import {
  type Cells,
  CHANGED_COLUMNS,
  LINE_COLUMNS,
  NOT_PAYABLE_COLUMNS,
  PENDING_COLUMNS,
  type Table,
} from '#lib/domain/statement/statement-table.ts';
import { ABOUT_COLUMNS, aboutCells } from '#lib/domain/statement/statement-table-about.ts';
import type { StatementRow } from '#lib/domain/statement/statement-view.ts';

type Exported = StatementRows & {
  readonly statement: StatementRow;
  readonly contentHash: string | null;
  readonly changed: readonly Cells[];
};

/** The sheets of a statement's workbook, in order. */
export function statementSheets(exported: Exported): readonly Table[] {
  const { statement, contentHash, lines, pending, notPayable, changed } = exported;
  return [
    { name: 'Underlag', columns: LINE_COLUMNS, rows: lines },
    { name: 'Väntar', columns: PENDING_COLUMNS, rows: pending },
    { name: 'Betalas inte', columns: NOT_PAYABLE_COLUMNS, rows: notPayable },
    { name: 'Ändrat', columns: CHANGED_COLUMNS, rows: changed },
    { name: 'Förklaring', columns: ABOUT_COLUMNS, rows: aboutCells(statement, contentHash) },
  ];
}
