import type { Client } from 'pg';
import type { Checksums } from '#lib/server/backup/manifest.ts';

/** Rows in any order give the same sum. Equal settings give equal texts. */
const SETTINGS = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL search_path = pg_catalog`;

const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND c.relpersistence = 'p' ORDER BY 1`;

const sumOf = (rows: string): string =>
  `SELECT count(*)::text AS rows, coalesce(sum(hashtextextended(t, 1)::numeric), 0) || ':' || coalesce(sum(hashtextextended(t, 2)::numeric), 0) AS sum
   FROM (${rows}) AS x (t)`;

/** What guards the data: who may do what, by which policy, watched by which trigger, and where numbers go on. */
const CATALOGUE: Readonly<Record<string, string>> = {
  ' policies': `SELECT p::text FROM pg_policies p`,
  ' row security': `SELECT concat_ws(' ', c.oid::regclass, c.relrowsecurity, c.relforcerowsecurity, c.relacl) FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`,
  ' triggers': `SELECT concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t WHERE NOT t.tgisinternal`,
  ' constraints': `SELECT concat_ws(' ', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid), c.convalidated) FROM pg_constraint c
    WHERE c.conrelid <> 0`,
  ' functions': `SELECT concat_ws(' ', p.oid::regprocedure, p.prosecdef, p.proacl, p.prosrc) FROM pg_proc p JOIN pg_namespace n
    ON n.oid = p.pronamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  ' roles': `SELECT concat_ws(' ', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls) FROM pg_roles
    WHERE rolname !~ '^pg_'`,
};

/** Of every table and of what guards them, in one snapshot. The reader sees all rows: a superuser. */
export async function readChecksums(client: Client): Promise<Checksums> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(SETTINGS);
    const { rows: tables } = await client.query<{ name: string }>(TABLES);
    const found: Record<string, { rows: number; sum: string }> = {};
    const take = async (name: string, rows: string): Promise<void> => {
      const { rows: summed } = await client.query<{ rows: string; sum: string }>(sumOf(rows));
      found[name] = { rows: Number(summed[0]?.rows), sum: summed[0]?.sum ?? '' };
    };
    for (const { name } of tables) await take(name, `SELECT t::text FROM ${name} t`);
    for (const [name, rows] of Object.entries(CATALOGUE)) await take(name, rows);
    return found;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** The tables, and the parts of the catalogue, that are not as they were. */
export function differences(before: Checksums, after: Checksums): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => before[name]?.sum !== after[name]?.sum || before[name]?.rows !== after[name]?.rows)
    .map((name) => name.trim())
    .toSorted();
}
