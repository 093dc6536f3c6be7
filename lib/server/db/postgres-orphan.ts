import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { OperatorFault } from '#lib/server/operator-fault.ts';

/**
 * After a crash the cluster's lock file (postmaster.pid) stays behind. PostgreSQL sees by itself that nobody has the
 * process id any more; it cannot see that another program of the same user has it now, nor end a server
 * that lost the portal which started it.
 */
export async function stopOrphan(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isPostgres(pid, folder)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 15_000; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (!isPostgres(pid, folder)) return;
  }
  throw new OperatorFault(
    `A database server (process ${pid}) still uses ${folder}. Stop it (kill -INT ${pid}) and start again.`,
  );
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
