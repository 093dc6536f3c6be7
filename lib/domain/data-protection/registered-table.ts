import type { PurposeCode } from '#lib/domain/data-protection/purposes.ts';
import type { RetentionCode } from '#lib/domain/data-protection/retention-rules.ts';

/**
 * What the columns of a table hold, names in a row. `personal`: whose row it is. `hand`: staff who put a hand to it. `withheld`: several
 * persons at once, so that nobody is given it. `secret`: opens doors, or is a key. `plain`: nobody in particular.
 */
export type ColumnKinds = {
  readonly personal?: string;
  readonly hand?: string;
  readonly withheld?: string;
  readonly secret?: string;
  readonly plain?: string;
};

/**
 * A table of the database as the register has it (trust model section 7). `own` says whose a row is: `column=person`, the person's own id,
 * or `column>table`, a row of that table; `|` between several ways. A table that others lead to stands before them.
 */
export type RegisteredTable = {
  readonly table: string;
  readonly columns: ColumnKinds;
} & (
  | { readonly retention: 'none' }
  | { readonly purpose: PurposeCode; readonly retention: RetentionCode; readonly own?: string }
);

export const COLUMN_KINDS = ['personal', 'hand', 'withheld', 'secret', 'plain'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The columns of a kind, in the order of the register. */
export function columnsOf(table: RegisteredTable, kind: ColumnKind): readonly string[] {
  return (table.columns[kind] ?? '').split(' ').filter((name) => name !== '');
}
