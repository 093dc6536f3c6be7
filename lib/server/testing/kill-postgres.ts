import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clusterOf } from '#lib/server/backup/cluster-of.ts';

export type Process = { readonly pid: number; readonly parent: number; readonly command: string };

export function processes(): readonly Process[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The first process of a data folder's server, as its lock file names it; none while it starts. */
export function postmasterOf(dataDir: string): number | undefined {
  const lock = path.join(clusterOf(dataDir), 'postmaster.pid');
  const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : Number.NaN;
  return pid > 1 ? pid : undefined;
}

/** The server's processes: the first one and all its children. */
export function postgresProcesses(dataDir: string): readonly number[] {
  const first = postmasterOf(dataDir);
  return processes()
    .filter((one) => one.pid === first || one.parent === first)
    .map(({ pid }) => pid);
}

/** Kills processes with no chance to clean up, and says whether there were any. */
export function killAll(pids: readonly number[]): boolean {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended with its first process meanwhile.
    }
  }
  return pids.length > 0;
}
