import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { assertRoom } from '#lib/server/db/postgres-cluster.ts';
import { findJsonFile, writeJsonFile } from '#lib/server/json-file.ts';
import { explainFolderError, OperatorFault } from '#lib/server/operator-fault.ts';
import { isAlive } from '#scripts/lib/lock.mjs';

const remembered = z.object({
  portalSecret: z.string(),
  oidcClientSecret: z.string(),
  ports: z.object({ identityProvider: z.int(), mailbox: z.int(), smtp: z.int() }).partial(),
});

/** What a start leaves for the next one, so that the second equals the first. */
export type Remembered = z.infer<typeof remembered>;

/** For logs, files and mails; the embedded database asks for more. */
const roomNeeded = 50 * 1024 * 1024;

/** The folder for everything that the portal keeps outside of the database; made if missing, taken for this start alone. */
export function takeDataFolder(folder: string): Remembered {
  try {
    // Others may pass through (PostgreSQL runs as a user of its own where we are root); what is secret is closed by itself.
    mkdirSync(path.join(folder, 'logs'), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(folder, constants.W_OK);
    assertRoom(folder, roomNeeded);
    takeLock(folder);
    const known = findJsonFile(path.join(folder, 'start.json'), remembered);
    return known ?? remember(folder, { portalSecret: newSecret(), oidcClientSecret: newSecret(), ports: {} });
  } catch (error) {
    throw explainFolderError(error, folder);
  }
}

export function remember(folder: string, state: Remembered): Remembered {
  writeJsonFile(path.join(folder, 'start.json'), state);
  return state;
}

const lockOf = (folder: string): string => path.join(folder, 'start.lock');

function takeLock(folder: string): void {
  const holder = holderOf(folder);
  if (holder !== undefined) {
    throw new OperatorFault(
      `The data folder ${folder} is in use by another start (process ${holder}). Stop that one, or set PORTAL_DATA_DIR and PORT to others.`,
    );
  }
  writeFileSync(lockOf(folder), String(process.pid), { mode: 0o600 });
}

/** The living process that runs the portal from this folder, if any. */
export function holderOf(folder: string): number | undefined {
  if (!existsSync(lockOf(folder))) return undefined;
  const pid = Number.parseInt(readFileSync(lockOf(folder), 'utf8'), 10);
  return pid !== process.pid && isAlive(pid) && isStart(pid) ? pid : undefined;
}

/** After a crash another program may have got the process id. */
function isStart(pid: number): boolean {
  const command = `/proc/${pid}/cmdline`;
  return (
    !existsSync('/proc/self/cmdline') ||
    (existsSync(command) && /(?:start|import|audit-verify|backup)\.ts/.test(readFileSync(command, 'utf8')))
  );
}

export function releaseDataFolder(folder: string): void {
  rmSync(lockOf(folder), { force: true });
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}
