import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { readChecksums } from '#lib/server/backup/checksums.ts';
import { copyFile, copyTree, settle } from '#lib/server/backup/copy-files.ts';
import {
  type BackupContent,
  type BackupFile,
  secretMark,
  writeManifest,
} from '#lib/server/backup/manifest.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { explainFolderError, OperatorFault } from '#lib/server/operator-fault.ts';

export type BackupSource = {
  readonly dataDir: string;
  /** The folder of the embedded server's files. */
  readonly cluster: string;
  /** Its superuser, in the database `postgres`; and the superuser in the portal's own database. */
  readonly adminUrl: string;
  readonly portalUrl: string;
  readonly portalSecret: string;
  /** Nobody else uses the database: what it holds can be summed up. */
  readonly atRest: boolean;
};

/** What the server makes anew, or must not find: of a running server, of other sessions, and its log, which is taken apart. */
const NOT_COPIED: ReadonlySet<string> = new Set(
  `postmaster.pid postmaster.opts backup_label tablespace_map recovery.signal standby.signal pg_wal pg_replslot pg_dynshmem
  pg_notify pg_serial pg_snapshots pg_stat_tmp pg_subtrans`.split(/\s+/),
);
const EMPTY_FOLDERS = [...NOT_COPIED].filter((name) => name.startsWith('pg_'));
const TEMPORARY = /(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*)$/;
/** Of the data folder: what the next start makes again. */
const NOT_KEPT =
  /^(logs|postgres|postgres\.draft|postgres\.log(\.1)?|start\.lock|(portal|worker)\.env|[^/]*\.\d+)$/;
const WAL_FILE = /^[0-9A-F]{24}$/;

/**
 * A backup of all that the portal has into an empty folder: the data folder (keys, checkpoints, mail), then the database's files while
 * it runs, then the part of its write-ahead log that makes them whole. The checkpoints come first: the log of who did what reaches
 * beyond them. Nothing that is there already is overwritten, and what is broken off is removed.
 */
export async function makeBackup(source: BackupSource, to: string, now: Date): Promise<BackupContent> {
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new OperatorFault(`${to} is not empty. Give a new folder for each backup.`);
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    const made = await copyAll(source, to, now);
    settle(to);
    writeManifest(to, made, source.portalSecret);
    return made;
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    throw explainFolderError(error, to);
  }
}

async function copyAll(source: BackupSource, to: string, now: Date): Promise<BackupContent> {
  const { dataDir, portalUrl, portalSecret, atRest } = source;
  const data = await copyTree({
    from: dataDir,
    to: path.join(to, 'data'),
    name: 'data',
    skip: (relative) => NOT_KEPT.test(relative),
  });
  const checksums = atRest ? await withClient(portalUrl, readChecksums) : null;
  const migration = await withClient(portalUrl, newestMigration);
  const { files, wal, postgres } = await withClient(source.adminUrl, (client) =>
    copyCluster(client, source, to),
  );
  return {
    format: 1,
    madeAt: now.toISOString(),
    postgres,
    processor: process.arch,
    migration,
    wal,
    checksums,
    secret: secretMark(portalSecret),
    files: [...data, ...files],
  };
}

type CopiedCluster = Pick<BackupContent, 'files' | 'wal' | 'postgres'>;

/** The server is told before and after; meanwhile a slot of this session keeps what it would clear away of its log. */
async function copyCluster(client: Client, { cluster }: BackupSource, to: string): Promise<CopiedCluster> {
  const target = path.join(to, 'postgres');
  const one = async (sql: string): Promise<Record<string, string>> =>
    (await client.query<Record<string, string>>(sql)).rows[0] ?? {};
  await client.query(
    `SELECT pg_create_physical_replication_slot('portal_backup_' || pg_backend_pid(), true, true)`,
  );
  const began = await one(`SELECT pg_walfile_name(pg_backup_start('portal', true)) AS segment`);
  const copied = await copyTree({
    from: cluster,
    to: target,
    name: 'postgres',
    skip: (relative) => NOT_COPIED.has(relative) || TEMPORARY.test(relative),
  });
  const ended = await one(
    `SELECT pg_walfile_name(lsn) AS segment, labelfile AS label, current_setting('server_version_num') AS version FROM pg_backup_stop(false)`,
  );
  for (const name of EMPTY_FOLDERS) mkdirSync(path.join(target, name), { recursive: true, mode: 0o700 });
  const label = path.join(target, 'backup_label');
  writeFileSync(`${label}.draft`, ended['label'] ?? '', { mode: 0o600 });
  copied.push({ path: 'postgres/backup_label', ...(await copyFile(`${label}.draft`, label)) });
  rmSync(`${label}.draft`);
  const wal = { from: began['segment'] ?? '', through: ended['segment'] ?? '' };
  return {
    files: [...copied, ...(await copyWal(path.join(cluster, 'pg_wal'), path.join(to, 'wal'), wal))],
    wal,
    postgres: Math.floor(Number(ended['version']) / 10_000),
  };
}

async function copyWal(
  from: string,
  to: string,
  { from: first, through }: BackupContent['wal'],
): Promise<BackupFile[]> {
  mkdirSync(to, { mode: 0o700 });
  const files: BackupFile[] = [];
  for (const name of readdirSync(from)) {
    const isNeeded = WAL_FILE.test(name) && name >= first && name <= through;
    if (!isNeeded && !name.endsWith('.history')) continue;
    files.push({ path: `wal/${name}`, ...(await copyFile(path.join(from, name), path.join(to, name))) });
  }
  if (!files.some((file) => file.path === `wal/${through}`))
    throw new Error(`The write-ahead log has no segment ${through}`);
  return files;
}

async function newestMigration(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  return rows[0]?.name ?? '';
}
