import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { OperatorFault } from '#lib/server/operator-fault.ts';

const PATIENCE_MS = 15_000;

/**
 * After a crash the cluster's lock file (postmaster.pid) stays behind. PostgreSQL sees by itself that nobody has the
 * process id any more; it cannot see that another program of the same user has it now, nor end a server
 * that lost the portal which started it. Where only the first process was killed, the others of the old server may still
 * write for a moment: the lock file goes when the last of them has gone, never before.
 */
export async function stopOrphan(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const lives = Number.isSafeInteger(pid) && pid > 1 && isPostgres(pid, folder);
  if (lives) process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!(lives && isPostgres(pid, folder)) && processesIn(folder).length === 0) {
      rmSync(file, { force: true });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const left = [...new Set([...(lives ? [pid] : []), ...processesIn(folder)])].join(' ');
  throw new OperatorFault(
    `A database server (process ${left}) still uses ${folder}. Stop it (kill -INT ${left}) and start again.`,
  );
}

/** Every process of a server works in its cluster's folder. Where the machine cannot say, PostgreSQL alone looks. */
function processesIn(folder: string): readonly number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  const cluster = realpathSync(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name) === cluster)
    .map(Number);
}

/** Of another user's process, or one that has just ended, nothing is known. */
function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function isPostgres(pid: number, folder: string): boolean {
  const asked = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (asked.error !== undefined) return existsInProc(pid, folder);
  return asked.status === 0 && asked.stdout.includes('postgres') && asked.stdout.includes(folder);
}

/** Slim containers have no `ps`. */
function existsInProc(pid: number, folder: string): boolean {
  const file = `/proc/${pid}/cmdline`;
  if (!existsSync(file)) return false;
  const command = readFileSync(file, 'utf8');
  return command.includes('postgres') && command.includes(folder);
}
