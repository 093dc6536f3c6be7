import { spawnSync } from 'node:child_process';
import { OperatorFault } from '#lib/server/operator-fault.ts';

/** Whom PostgreSQL runs as; `undefined` means: as we do. */
export type RunAs = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. There it runs as the machine's `postgres` user, which is made when
 * it is missing.
 */
export function findPostgresUser(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp();
  if (existing !== undefined) return existing;
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ]);
  const made = lookUp();
  if (made === undefined) {
    throw new OperatorFault(
      'PostgreSQL cannot run as root and a user "postgres" could not be made. Make one (useradd postgres), run as another user, or set DATABASE_URL.',
    );
  }
  return made;
}

function lookUp(): RunAs {
  const uid = idOf('-u');
  const gid = idOf('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const asked = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return asked.status === 0 ? Number.parseInt(asked.stdout, 10) : undefined;
}

/** Whether that user can enter the folder: a parent closed to others (0700) also closes what is below it. */
export function canEnter(folder: string, runAs: RunAs): boolean {
  if (runAs === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs, cwd: '/' }).status === 0;
}
