import { randomInt, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

// A person with a row in every table that can hold anything about them, made from the schema itself: whoever adds a table or a column has it
// in the proofs of what is thinned and of what is given out, without having thought of them.

type Column = {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly length: number | null;
};
type Link = {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly key: string;
};
export type Schema = { readonly columns: readonly Column[]; readonly links: readonly Link[] };
export type Row = Readonly<Record<string, unknown>>;
/** The one row of each table. */
export type Rows = ReadonlyMap<string, Row>;

/** What settles a case: everything has been decided, paid and answered. */
const SETTLED: Readonly<Record<string, Row>> = {
  statement: { status: 'paid' },
  report: { status: 'approved', supersedes_id: null },
  outcome: { status: 'approved', supersedes_id: null },
  document: { status: 'approved', supersedes_id: null },
  review_decision: { proposal_id: null },
  data_extract: { state: 'fetched', reason: null },
  export: { state: 'fetched' },
  participant: { protected: false },
  person: { protected: false },
};

/** Lets rows in that no rule of a single table would: only in a database of a test's own, by its superuser. */
export async function withLooseRules(
  adminUrl: string,
  ownerUrl: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = new URL(ownerUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`DO $$ DECLARE c record; BEGIN
      FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP; END $$`);
    await client.query(`SET session_replication_role = 'replica'`);
    await work(client);
  } finally {
    await client.end();
  }
}

export async function readSchema(client: Client): Promise<Schema> {
  const columns = await client.query<Column>(
    `SELECT table_name AS table, column_name AS name, udt_name AS type, character_maximum_length AS length FROM information_schema.columns
      WHERE table_schema = 'public' AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position`,
  );
  const links = await client.query<Link>(
    `SELECT c.conrelid::regclass::text AS table, a.attname AS column, c.confrelid::regclass::text AS parent, b.attname AS key
      FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k (child, parent)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.child
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.parent
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`,
  );
  return { columns: columns.rows, links: links.rows };
}

export type Making = {
  readonly client: Client;
  readonly schema: Schema;
  /** When everything about the person happened. */
  readonly at: Date;
  /** Who put a hand to it. */
  readonly staff: string;
  /** What there is beside: providers, terms … */
  readonly around: Rows;
  /** What is different from everybody else. */
  readonly but?: Readonly<Record<string, Row>>;
};

/** A row in each of some tables, all about one person. */
export async function makeWholePerson(
  tables: readonly RegisteredTable[],
  making: Making,
): Promise<{ personId: string; rows: Rows }> {
  const personId = randomUUID();
  const rows = new Map<string, Row>();
  const byName = new Map(tables.map((table) => [table.table, table]));
  // Parents are made when somebody leads to them; a table that leads to itself is not in the way.
  const rowOf = (name: string): Row | undefined => {
    const table = byName.get(name);
    const found = rows.get(name) ?? making.around.get(name);
    if (found !== undefined || table === undefined) return found;
    const row: Record<string, unknown> = {};
    rows.set(name, row);
    for (const column of making.schema.columns.filter((each) => each.table === name))
      row[column.name] = valueOf(column, { table, personId, rowOf, making });
    return Object.assign(row, SETTLED[name], making.but?.[name]);
  };
  for (const { table } of tables) rowOf(table);
  for (const [table, row] of rows) await insertRow(making.client, table, row);
  return { personId, rows };
}

async function insertRow(client: Client, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  await client.query(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

type Place = {
  readonly table: RegisteredTable;
  readonly personId: string;
  readonly rowOf: (table: string) => Row | undefined;
  readonly making: Making;
};

function valueOf(column: Column, place: Place): unknown {
  const { table, personId, rowOf, making } = place;
  if (column.name === 'id' && column.type === 'uuid')
    return table.table === 'person' ? personId : randomUUID();
  const own = table.retention === 'none' ? undefined : table.own;
  for (const way of own?.split(' | ') ?? []) {
    const [, name, by, to = ''] = /^(\w+)([=>@])(\w+)$/.exec(way) ?? [];
    if (name !== column.name) continue;
    if (by === '=') return personId;
    const found = rowOf(to)?.[to === 'evidence_file' ? 'evidence_id' : 'id'];
    if (found !== undefined) return by === '@' ? [found] : found;
  }
  const link = making.schema.links.find((each) => each.table === column.table && each.column === column.name);
  if (link !== undefined)
    return link.parent === column.table ? null : (rowOf(link.parent)?.[link.key] ?? null);
  if (column.name.endsWith('person_id')) return making.staff;
  if (column.name === 'participant_ids') return [rowOf('participant')?.['id'] ?? randomUUID()];
  return canaryOf(column, making.at);
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
const digits = (length: number): string => Array.from({ length }, () => String(randomInt(10))).join('');

/** A value that is nowhere else, as far as its type lets it be. */
function canaryOf({ table, name, type, length }: Column, at: Date): unknown {
  switch (type) {
    case 'uuid':
      return randomUUID();
    case 'text':
    case 'varchar':
      return `canary ${table}.${name} ${randomUUID()}`;
    case 'bpchar':
      return digits(length ?? 1);
    case 'timestamptz':
      return at;
    case 'date':
      return day(at);
    case 'json':
    case 'jsonb':
      return JSON.stringify({ canary: `${table}.${name} ${randomUUID()}` });
    case 'bytea':
      return Buffer.from(`canary ${table}.${name} ${randomUUID()}`);
    case 'bool':
      return false;
    case 'int2':
      return randomInt(2, 30_000);
    case 'int4':
    case 'int8':
      return randomInt(2, 2_000_000_000);
    case 'float8':
      return randomInt(2, 2_000_000) / 7;
    case '_text':
      return [`canary ${table}.${name} ${randomUUID()}`];
    case '_uuid':
      return [randomUUID()];
    case '_int4':
      return [randomInt(2, 2_000_000_000)];
    case '_bytea':
      return [Buffer.from('canary')];
    case 'interval':
      return '1 day';
    default:
      return ENUMS[type] ?? '{}';
  }
}

const ENUMS: Readonly<Record<string, string>> = {
  level: 'A',
  activity_category: 'mapping',
  absence_reason: 'sick',
  report_status: 'approved',
  end_reason: 'outcome',
  choice_kind: 'active',
  statement_status: 'paid',
  acceptance: 'signatory',
  outcome_type: 'employment',
  outcome_status: 'approved',
  activity_form: 'onSite',
};
