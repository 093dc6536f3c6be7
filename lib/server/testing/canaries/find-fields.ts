import type { Client } from 'pg';

/** A column of text or JSON in a table that leads to a participant, and the SQL that says to which. */
export type PersonalField = {
  readonly table: string;
  readonly column: string;
  readonly isJson: boolean;
  /** An expression over the table's row `t`. */
  readonly participant: string;
};

type Key = {
  readonly table: string;
  readonly column: string;
  readonly to: string;
  readonly toColumn: string;
};

/**
 * Every column of text that belongs to a participant, found from the database's own foreign keys: a table that is new is found
 * with them. Tables without keys to others are named by what they lead to.
 */
export async function findPersonalFields(owner: Client): Promise<readonly PersonalField[]> {
  const { rows: keys } = await owner.query<Key>(`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column, c.confrelid::regclass::text AS to, f.attname AS "toColumn"
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`);
  const { rows: columns } = await owner.query<{ table: string; column: string; type: string }>(`
    SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'character varying') AND is_generated = 'NEVER'`);
  const paths = pathsTo(keys);
  return columns.flatMap(({ table, column, type }) => {
    const participant = paths.get(table);
    return participant === undefined ? [] : [{ table, column, isJson: type === 'jsonb', participant }];
  });
}

/** Shared by many: what leads through them leads to all of them. */
const PUBLIC = new Set([
  'provider',
  'office',
  'contract',
  'agreement_version',
  'delivery_area',
  'municipality',
  'membership',
  'statement',
  'statement_run',
  'attestation',
  'upload',
  'export',
]);

/** Tables whose rows are a participant's, with the expression that says whose; nearest first. */
function pathsTo(keys: readonly Key[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>([
    ['participant', 't.id'],
    ['person', '(SELECT x.id FROM participant x WHERE x.person_id = t.id)'],
    ['person_identity', '(SELECT x.id FROM participant x WHERE x.person_id = t.person_id)'],
  ]);
  for (let found = true; found; ) {
    found = false;
    for (const { table, column, to, toColumn } of keys) {
      const next = paths.get(to);
      if (next === undefined || paths.has(table) || PUBLIC.has(table) || to === 'person') continue;
      const inner = next.replaceAll(/\bt\./g, `${to}_.`);
      paths.set(table, `(SELECT ${inner} FROM ${to} ${to}_ WHERE ${to}_.${toColumn} = t.${column})`);
      found = true;
    }
  }
  return paths;
}
