import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { checkFiles, checkFits } from '#lib/server/backup/check-backup.ts';
import { copyTree, settle } from '#lib/server/backup/copy-files.ts';
import { type BackupContent, readManifest } from '#lib/server/backup/manifest.ts';
import { recoverCluster } from '#lib/server/backup/recover-cluster.ts';
import { checkRestored, type Restored } from '#lib/server/backup/restored-faults.ts';
import { listMigrationNames } from '#lib/server/db/migration-list.ts';
import { superuser } from '#lib/server/db/postgres-cluster.ts';
import { findPostgresMajor } from '#lib/server/db/postgres-binaries.ts';
import { findPlace, type PostgresState, saveState } from '#lib/server/db/postgres-place.ts';
import { findPostgresUser, type RunAs } from '#lib/server/db/postgres-user.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { findJsonFile } from '#lib/server/json-file.ts';
import { explainFolderError, OperatorFault } from '#lib/server/operator-fault.ts';

export type RestoreWanted = {
  /** A backup's folder. */
  readonly from: string;
  /** An empty place for the data folder. */
  readonly dataDir: string;
  /** The archive of the write-ahead log: what happened after the backup. */
  readonly walArchive: string | null;
  readonly until: Date | null;
  /** Of the environment, if any. */
  readonly portalSecret: string | undefined;
};

/**
 * Puts a backup where nothing is: beside the place first, checked as a whole, and moved there when all holds. What fails leaves nothing
 * behind.
 */
export async function restoreBackup(wanted: RestoreWanted): Promise<Restored> {
  const { from, dataDir, walArchive, until, portalSecret } = wanted;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new OperatorFault(
      `${dataDir} is not empty. Set PORTAL_DATA_DIR to a folder that is, or move that one away.`,
    );
  const runAs = findPostgresUser();
  // The one that the portal will be started with: where one is set, what the backup remembers does not count.
  const secret = portalSecret ?? keptSecret(from);
  const backup = readManifest(from, secret);
  checkFits(backup, { postgres: findPostgresMajor(runAs), migrations: listMigrationNames() });
  checkInstant(backup, until);
  await checkFiles(from, backup);
  const draft = `${dataDir}.restoring`;
  rmSync(draft, { recursive: true, force: true });
  let cluster: string | undefined;
  try {
    mkdirSync(draft, { recursive: true, mode: runAs === undefined ? 0o700 : 0o711 });
    await copyTree({ from: path.join(from, 'data'), to: draft, name: '', skip: () => false });
    const state = placeIn(draft, runAs);
    cluster = state.folder;
    await copyTree({ from: path.join(from, 'postgres'), to: cluster, name: '', skip: () => false });
    const wal = [path.join(from, 'wal'), ...(walArchive === null ? [] : [walArchive])];
    const isExact = walArchive === null && until === null;
    const restored = await recoverAndCheck(
      draft,
      state,
      { wal, until, runAs },
      isExact ? backup.checksums : null,
    );
    finish(draft, dataDir, state);
    return restored;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (cluster !== undefined) rmSync(cluster, { recursive: true, force: true });
    throw explainFolderError(error, dataDir);
  }
}

function checkInstant({ madeAt }: BackupContent, until: Date | null): void {
  if (until === null || until >= new Date(madeAt)) return;
  throw new OperatorFault(
    `The backup was begun at ${madeAt}, after ${until.toISOString()}. Take an earlier backup.`,
  );
}

/** The secret that `npm start` made lies in the data folder; one from the environment does not. */
function keptSecret(from: string): string | undefined {
  const file = path.join(from, 'data', 'start.json');
  try {
    return findJsonFile(file, z.object({ portalSecret: z.string() }))?.portalSecret;
  } catch {
    throw new OperatorFault('The backup is damaged: data/start.json cannot be read. Take another backup.');
  }
}

/** The cluster keeps its superuser's password, which the data folder remembers; its place is chosen anew. */
function placeIn(draft: string, runAs: RunAs): PostgresState {
  const remembered = z
    .object({ password: z.string() })
    .parse(JSON.parse(readFileSync(path.join(draft, 'postgres.json'), 'utf8')));
  rmSync(path.join(draft, 'postgres.json'));
  return { ...findPlace(draft, runAs), password: remembered.password };
}

type How = { readonly wal: readonly string[]; readonly until: Date | null; readonly runAs: RunAs };

async function recoverAndCheck(
  draft: string,
  { folder, password }: PostgresState,
  how: How,
  expected: BackupContent['checksums'],
): Promise<Restored> {
  const server = await recoverCluster({ cluster: folder, ...how });
  try {
    const url = `postgresql://${superuser}:${password}@127.0.0.1:${server.port}/portal`;
    const { restored, faults } = await withClient(url, (client) => checkRestored(client, draft, expected));
    if (faults.length > 0) throw new OperatorFault(`What was restored does not hold: ${faults.join('; ')}.`);
    return restored;
  } finally {
    await server.stop();
  }
}

/** Only now is there a portal to start. */
function finish(draft: string, dataDir: string, state: PostgresState): void {
  saveState(draft, state);
  settle(draft);
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(draft, dataDir);
  const origin = path.join(path.dirname(state.folder), 'origin');
  if (existsSync(origin)) writeFileSync(origin, dataDir);
}
