import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { PostgresBinaries } from '#lib/server/db/postgres-binaries.ts';
import type { RunAs } from '#lib/server/db/postgres-user.ts';
import { noRoom } from '#lib/server/operator-fault.ts';

/** An empty cluster takes 40 MB, its write-ahead log and the demo the rest. */
const roomNeeded = 300 * 1024 * 1024;

/** The superuser of an embedded cluster. The portal's own roles are not superusers, here as elsewhere. */
export const superuser = 'postgres';

/**
 * Makes the cluster's files unless they are there. They are made beside their place and moved when complete, so that
 * an interrupted start leaves nothing half.
 */
export function initialiseCluster(
  binaries: PostgresBinaries,
  folder: string,
  password: string,
  runAs: RunAs,
  options: { temporary: boolean },
): void {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  assertRoom(path.dirname(folder));
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs !== undefined) {
    for (const file of [draft, passwordFile]) chownSync(file, runAs.uid, runAs.gid);
  }
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of letters on every machine; lists that people read ask for a Swedish collation themselves.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.temporary ? ['--no-sync'] : []),
    ],
    {
      ...runAs,
      cwd: '/',
      encoding: 'utf8',
      env: { NODE_ENV: 'production', PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
    },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    if (made.stderr.includes('No space left on device')) throw noRoom(path.dirname(folder));
    throw new Error(
      `PostgreSQL could not make its files in ${folder}: ${made.error?.message ?? made.stderr}`,
    );
  }
  renameSync(draft, folder);
  chmodSync(folder, 0o700);
}

export function assertRoom(folder: string, needed = roomNeeded): void {
  const disk = statfsSync(folder);
  if (disk.bavail * disk.bsize < needed) throw noRoom(folder);
}
