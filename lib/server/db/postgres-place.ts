import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { reachableFolder } from '#lib/server/db/postgres-binaries.ts';
import { canEnter, type RunAs } from '#lib/server/db/postgres-user.ts';
import { findJsonFile, writeJsonFile } from '#lib/server/json-file.ts';

/** What a data folder remembers of its database server. */
export type PostgresState = z.infer<typeof postgresState>;

const postgresState = z.object({ folder: z.string(), port: z.int().optional(), password: z.string() });

const stateFile = (dataDir: string): string => path.join(dataDir, 'postgres.json');

/**
 * Where the cluster of a data folder lies: in the data folder, or, where we are root and PostgreSQL's user cannot
 * get there (a parent folder is closed to others), in a folder of its own under /var/lib. The data folder remembers
 * which, so that a data folder that is removed and made again begins empty.
 */
export function findPlace(dataDir: string, runAs: RunAs): PostgresState {
  const known = findJsonFile(stateFile(dataDir), postgresState);
  if (known !== undefined) return { ...known, folder: path.resolve(dataDir, known.folder) };
  const password = randomBytes(24).toString('hex');
  if (canEnter(dataDir, runAs))
    return saveState(dataDir, { folder: path.join(dataDir, 'postgres'), password });
  const outside = path.join(reachableFolder(), 'clusters');
  mkdirSync(outside, { recursive: true, mode: 0o711 });
  const own = path.join(outside, randomBytes(8).toString('hex'));
  mkdirSync(own, { mode: 0o711 });
  writeFileSync(path.join(own, 'origin'), dataDir);
  const state = saveState(dataDir, { folder: path.join(own, 'postgres'), password });
  removeAbandoned(outside);
  return state;
}

export function saveState(dataDir: string, state: PostgresState): PostgresState {
  // A folder inside is remembered by its name alone: the data folder can be moved.
  const inside = path.dirname(state.folder) === dataDir;
  const kept = { ...state, folder: inside ? path.basename(state.folder) : state.folder };
  writeJsonFile(stateFile(dataDir), kept);
  return state;
}

/**
 * Clusters whose data folder has another one by now, or lay among temporary files and is gone. Those of other folders
 * stay: a folder that is missing may be a disk that is not mounted.
 */
function removeAbandoned(outside: string): void {
  const temporary = [tmpdir(), '/tmp', '/var/tmp'].map((folder) => `${folder}${path.sep}`);
  for (const name of readdirSync(outside)) {
    const origin = path.join(outside, name, 'origin');
    const cluster = path.join(outside, name, 'postgres');
    if (!existsSync(origin) || existsSync(path.join(cluster, 'postmaster.pid'))) continue;
    const dataDir = readFileSync(origin, 'utf8');
    const current = findJsonFile(stateFile(dataDir), postgresState)?.folder;
    const gone = !existsSync(dataDir) && temporary.some((folder) => dataDir.startsWith(folder));
    if (gone || (current !== undefined && current !== cluster)) {
      rmSync(path.join(outside, name), { recursive: true, force: true });
    }
  }
}

/** A new folder among temporary files that PostgreSQL's user can enter. */
export function makeTemporaryFolder(runAs: RunAs): string {
  const parent = canEnter(tmpdir(), runAs) ? tmpdir() : '/var/tmp';
  const folder = mkdtempSync(path.join(parent, 'leverantorsportalen-'));
  // The cluster below it is closed to others (0700).
  chmodSync(folder, 0o711);
  return folder;
}
