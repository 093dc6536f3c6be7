import { type RegisterPart, REGISTER_PARTS } from '#lib/domain/data-protection/register.ts';
import { columnsOf, type RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** What the database is told of a table: whose its rows are (`$1`: the person), and what of them is given to whom it is about. */
export type DataRule = {
  readonly table: string;
  readonly part: RegisterPart;
  readonly ownRows: string | null;
  readonly ownColumns: readonly string[];
  readonly handRows: string | null;
  readonly handColumns: readonly string[];
};

const tables = new Map<string, RegisteredTable>(
  Object.values(REGISTER_PARTS)
    .flat()
    .map((table) => [table.table, table]),
);

/** The rows of a table that are about the person `$1`, by the ways that its register names. */
function ownRows(table: RegisteredTable, row: string): string | null {
  if (table.retention === 'none' || table.own === undefined) return null;
  return table.own
    .split(' | ')
    .map((way) => wayTo(way, table.table, row))
    .join(' OR ');
}

function wayTo(way: string, from: string, row: string): string {
  const [, column = '', by = '', to = ''] = /^(\w+)([=>@])(\w+)$/.exec(way) ?? [];
  if (by === '=') return `${row}.${column} = $1`;
  const target = tables.get(to);
  const inner = `${row}${row.length}`;
  const found = target === undefined ? null : ownRows(target, inner);
  if (found === null) throw new Error(`The register leads nowhere from ${from} by ${way}`);
  const rows = `SELECT ${inner}.${keyOf(to)} FROM ${to} ${inner} WHERE ${found}`;
  return by === '@' ? `${row}.${column} && ARRAY(${rows})` : `${row}.${column} IN (${rows})`;
}

/** Tables are led to by their `id`, but for those that have another key. */
function keyOf(table: string): string {
  return table === 'evidence_file' ? 'evidence_id' : 'id';
}

function dataRule(table: RegisteredTable, part: RegisterPart): DataRule {
  const hands = columnsOf(table, 'hand');
  const plain = columnsOf(table, 'plain');
  const own = ownRows(table, 't');
  return {
    table: table.table,
    part,
    ownRows: own,
    ownColumns: own === null ? [] : [...columnsOf(table, 'personal'), ...plain],
    handRows:
      hands.length === 0
        ? null
        : hands
            .map((column) => (column.endsWith('_ids') ? `$1 = ANY (t.${column})` : handIs(column)))
            .join(' OR '),
    handColumns: hands.length === 0 ? [] : [...hands, ...plain],
  };
}

const handIs = (column: string): string =>
  column === 'actor_key'
    ? `t.actor_key IN (SELECT 'person:' || m.id FROM membership m WHERE m.person_id = $1)`
    : `t.${column} = $1`;

/** All rules, in the order of the register: what others lead to stands before them. */
export function dataRules(): readonly DataRule[] {
  return (Object.keys(REGISTER_PARTS) as RegisterPart[]).flatMap((part) =>
    REGISTER_PARTS[part].map((table) => dataRule(table, part)),
  );
}
