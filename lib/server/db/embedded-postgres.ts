import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { chooseFreePort } from '#lib/server/db/free-port.ts';
import { findPostgresBinaries } from '#lib/server/db/postgres-binaries.ts';
import { assertRoom, initialiseCluster, superuser } from '#lib/server/db/postgres-cluster.ts';
import { findPlace, makeTemporaryFolder, saveState } from '#lib/server/db/postgres-place.ts';
import { type PostgresProcess, spawnPostgres } from '#lib/server/db/postgres-process.ts';
import { findPostgresUser, type RunAs } from '#lib/server/db/postgres-user.ts';
import { stopOrphan } from '#lib/server/db/postgres-orphan.ts';
import { archiveSettings } from '#lib/server/db/wal-archive.ts';
import { createDatabase, createOwner } from '#lib/server/db/postgres-owner.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { explainFolderError, noRoom, OperatorFault } from '#lib/server/operator-fault.ts';

export type EmbeddedPostgres = PostgresProcess & {
  port: number;
  /** The cluster's superuser, database `postgres`: for making databases, never given to the portal. */
  adminUrl: string;
  /** The owner of the portal's database: no superuser, may make roles. */
  ownerUrl: string;
};

const portalDatabase = 'portal';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  jit: 'off',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  // What a row that is refused held would stand in its detail.
  log_error_verbosity: 'terse',
};

/** For tests only: what is lost in a crash is not missed. */
const temporarySettings = {
  ...settings,
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

/**
 * The database server of a data folder, started; made when the folder has none. Only this machine reaches it. Each finished segment of
 * its log goes to the archive, if there is one.
 */
export async function startPostgres(
  dataDir: string,
  portFrom = 5433,
  walArchive?: string,
): Promise<EmbeddedPostgres> {
  const runAs = findPostgresUser();
  const binaries = findPostgresBinaries(runAs);
  try {
    // As root the folder holds a cluster of another user's, who has to get past it; the files with secrets are closed.
    mkdirSync(dataDir, { recursive: true, mode: runAs === undefined ? 0o700 : 0o711 });
    assertRoom(dataDir);
    const state = findPlace(dataDir, runAs);
    initialiseCluster(binaries, state.folder, state.password, runAs, { temporary: false });
    await stopOrphan(state.folder);
    const log = path.join(dataDir, 'postgres.log');
    // What it said before it ended stays to be read.
    if (existsSync(log)) renameSync(log, `${log}.1`);
    writeFileSync(log, '', { mode: 0o600 });
    const port = await chooseFreePort(state.port, portFrom);
    const archiving = walArchive === undefined ? {} : archiveSettings(walArchive, runAs);
    const chosen = { ...settings, ...archiving };
    const started = await run(binaries.postgres, state.folder, port, runAs, chosen, (text) =>
      appendFileSync(log, text),
    );
    saveState(dataDir, { ...state, port });
    return await withOwner(started, port, state.password);
  } catch (error) {
    throw explainFolderError(error, dataDir);
  }
}

/** A database server among temporary files, removed when stopped, for tests. */
export async function startTemporaryPostgres(): Promise<EmbeddedPostgres> {
  const runAs = findPostgresUser();
  const binaries = findPostgresBinaries(runAs);
  const folder = makeTemporaryFolder(runAs);
  const cluster = path.join(folder, 'postgres');
  const password = randomBytes(12).toString('hex');
  initialiseCluster(binaries, cluster, password, runAs, { temporary: true });
  const port = await chooseFreePort(undefined, 40_000 + Math.floor(Math.random() * 9_000));
  const started = await run(binaries.postgres, cluster, port, runAs, temporarySettings, () => undefined);
  const server = await withOwner(started, port, password);
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of its own with everything that `template` holds, in some 50 ms; nobody may be connected to the template. */
export async function createDatabaseFromTemplate(
  adminUrl: string,
  template: string,
  name: string,
): Promise<void> {
  await createDatabase(adminUrl, name, template);
}

/** The server of a cluster that is somewhere else than in its data folder, with a few settings of its own. */
export async function runCluster(
  postgres: string,
  folder: string,
  port: number,
  runAs: RunAs,
  own: Readonly<Record<string, string>>,
  onOutput: (text: string) => void,
): Promise<PostgresProcess> {
  return await run(postgres, folder, port, runAs, { ...settings, ...own }, onOutput);
}

async function run(
  postgres: string,
  folder: string,
  port: number,
  runAs: RunAs,
  chosen: Readonly<Record<string, string>>,
  onOutput: (text: string) => void,
): Promise<PostgresProcess> {
  const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawnPostgres(postgres, ['-D', folder, '-p', String(port), ...flags], runAs, onOutput);
  const ended = server.exited.then((said) => ({ said }));
  for (;;) {
    const seen = await Promise.race([ended, nextLook()]);
    if (seen !== undefined) throw explainEnd(seen.said, folder, port);
    if (isReady(folder)) return server;
  }
}

function nextLook(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, 20, undefined));
}

/** The eighth line of postmaster.pid is the server's state. After a crash it is `starting` until recovery is done. */
function isReady(folder: string): boolean {
  const file = path.join(folder, 'postmaster.pid');
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}

function explainEnd(said: string, folder: string, port: number): Error {
  if (said.includes('No space left on device')) return noRoom(folder);
  if (said.includes('could not bind') || said.includes('could not create any TCP/IP sockets')) {
    return new OperatorFault(
      `The database's port ${port} is used by another program. Start again: another port will be chosen.`,
    );
  }
  if (said.includes('incompatible with server')) {
    return new OperatorFault(
      `The database in ${folder} was made by another version of PostgreSQL. Set PORTAL_DATA_DIR to an empty folder.`,
    );
  }
  return new OperatorFault(
    `The database in ${folder} did not start. PostgreSQL's last words: ${said.split('\n').slice(-2).join(' ')}`,
  );
}

async function withOwner(server: PostgresProcess, port: number, password: string): Promise<EmbeddedPostgres> {
  const url = (user: string, database: string): string =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = url(superuser, 'postgres');
  const owner = await withClient(adminUrl, async (admin) => {
    const known = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [portalDatabase]);
    const made = await createOwner(admin, password);
    if (known.rowCount === 0) await createDatabase(adminUrl, portalDatabase, 'template0');
    return made;
  });
  return { ...server, port, adminUrl, ownerUrl: url(owner, portalDatabase) };
}
