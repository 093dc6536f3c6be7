import { type Cells, LINE_COLUMNS } from '#lib/domain/statement/statement-table.ts';

const HEAD: Cells = [
  ...LINE_COLUMNS.map(({ head }) => head),
  'Läge',
  'Tidigast',
  'Belopp som inte betalas nu, kr (exempelbelopp)',
  'Det här behövs',
];

/** The rows of a statement's tables. */
export type StatementRows = {
  readonly lines: readonly Cells[];
  readonly pending: readonly Cells[];
  readonly notPayable: readonly Cells[];
};

/** Columns that every table begins with: whose, what and for whom. */
const COMMON = 7;

/**
 * A statement as the rows of one file, with a head: its lines, then what waits and what is not paid. Amounts are
 * kronor; those that are not paid now have a column of their own, so that the column of the lines adds up to the net.
 */
export function statementCsvRows({ lines, pending, notPayable }: StatementRows): readonly Cells[] {
  return [
    HEAD,
    ...lines.map((row): Cells => [...row, 'Betalas', null, null, null]),
    ...pending.map((row): Cells => {
      const [dueOn = null, amount = null, need = null] = row.slice(COMMON);
      return [...row.slice(0, COMMON), 'nej', null, null, null, null, null, 'Väntar', dueOn, amount, need];
    }),
    ...notPayable.map((row): Cells => {
      const [, amount = null, why = null, what = null] = row.slice(COMMON);
      return [
        ...row.slice(0, COMMON),
        'nej',
        null,
        null,
        null,
        null,
        why,
        'Betalas inte',
        null,
        amount,
        what,
      ];
    }),
  ];
}
