import type { Client } from 'pg';
import { differences, readChecksums } from '#lib/server/backup/checksums.ts';
import { logFaults } from '#lib/server/backup/log-faults.ts';
import type { BackupContent } from '#lib/server/backup/manifest.ts';

export type Restored = { readonly tables: number; readonly rows: number; readonly links: number };

/** Tables of the portal on which row-level security is not in force for everybody, their owner too; bookkeeping of migrations apart. */
const UNGUARDED = `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND c.relname <> '_prisma_migrations' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`;

/** Roles of the portal that could step around it. */
const TOO_STRONG = `SELECT rolname AS name FROM pg_roles WHERE rolname IN ('portal_app', 'portal_worker', 'portal_owner')
  AND (rolsuper OR rolbypassrls OR rolcreatedb) ORDER BY 1`;

/** Numbers that would be given a second time. */
const BEHIND = `SELECT format('%I.%I', s.schemaname, s.sequencename) AS name,
    format('SELECT coalesce(max(%I), 0) > coalesce((SELECT last_value FROM %I.%I), 0) AS behind FROM %s', a.attname, s.schemaname,
      s.sequencename, a.attrelid::regclass) AS ask
  FROM pg_sequences s JOIN pg_class q ON q.oid = format('%I.%I', s.schemaname, s.sequencename)::regclass
  JOIN pg_depend d ON d.objid = q.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
  JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid`;

/** What is not as it has to be after a restore, in words; and how much there is. The client sees all: a superuser. */
export async function checkRestored(
  client: Client,
  dataDir: string,
  expected: BackupContent['checksums'],
): Promise<{ readonly restored: Restored; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const names = async (sql: string): Promise<readonly string[]> =>
    (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  const unguarded = await names(UNGUARDED);
  if (unguarded.length > 0) faults.push(`row-level security is not in force on ${unguarded.join(', ')}`);
  const strong = await names(TOO_STRONG);
  if (strong.length > 0) faults.push(`too many rights for ${strong.join(', ')}`);
  faults.push(...(await sequenceFaults(client)));
  const checksums = await readChecksums(client);
  const different = expected === null ? [] : differences(expected, checksums);
  if (different.length > 0) faults.push(`other content in ${different.join(', ')}`);
  const log = await logFaults(client, dataDir);
  faults.push(...log.faults.map((fault) => `the log: ${fault}`));
  const tables = Object.entries(checksums).filter(([name]) => !name.startsWith(' '));
  const rows = tables.reduce((sum, [, table]) => sum + table.rows, 0);
  return { restored: { tables: tables.length, rows, links: log.links }, faults };
}

async function sequenceFaults(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; ask: string }>(BEHIND);
  const faults: string[] = [];
  for (const { name, ask } of rows) {
    const { rows: said } = await client.query<{ behind: boolean }>(ask);
    if (said[0]?.behind === true) faults.push(`${name} would give numbers that are taken`);
  }
  return faults;
}
