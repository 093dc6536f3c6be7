import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { runCluster } from '#lib/server/db/embedded-postgres.ts';
import { chooseFreePort } from '#lib/server/db/free-port.ts';
import { findPostgresBinaries } from '#lib/server/db/postgres-binaries.ts';
import type { PostgresProcess } from '#lib/server/db/postgres-process.ts';
import type { RunAs } from '#lib/server/db/postgres-user.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

type Recovery = {
  /** Files of the cluster, as the backup holds them. */
  readonly cluster: string;
  /** Folders with segments of the write-ahead log: the backup's own, and the archive. */
  readonly wal: readonly string[];
  /** Nothing that was committed later is brought back; null for all there is. */
  readonly until: Date | null;
  readonly runAs: RunAs;
};

export type Recovered = PostgresProcess & { readonly port: number };

/** The server of restored files, brought forward through its log to the instant asked for, and open for use. */
export async function recoverCluster({ cluster, wal, until, runAs }: Recovery): Promise<Recovered> {
  const staged = `${cluster}.wal`;
  stage(wal, staged);
  writeFileSync(path.join(cluster, 'recovery.signal'), '', { mode: 0o600 });
  own([cluster, staged], runAs);
  let said = '';
  const port = await chooseFreePort(undefined, 38_000 + Math.floor(Math.random() * 1000));
  const settings = {
    archive_mode: 'off',
    // Nobody reads before all is brought back: ready means that it is.
    hot_standby: 'off',
    restore_command: `cp "${staged}/%f" "%p"`,
    recovery_target_timeline: 'latest',
    recovery_init_sync_method: process.platform === 'linux' ? 'syncfs' : 'fsync',
    log_min_messages: 'log',
    ...(until === null
      ? {}
      : {
          recovery_target_time: until.toISOString().replace('T', ' ').replace('Z', '+00'),
          recovery_target_action: 'promote',
        }),
  };
  try {
    const { postgres } = findPostgresBinaries(runAs);
    const server = await runCluster(postgres, cluster, port, runAs, settings, (text) => {
      said += text;
    });
    return { ...server, port };
  } catch (error) {
    throw explain(said, until) ?? error;
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

const SEGMENT = /^[0-9A-F]{24}$|^[0-9A-F]{8}\.history$/;

/** Where PostgreSQL's user can read it, whoever owns the backup. */
function stage(folders: readonly string[], staged: string): void {
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { mode: 0o700 });
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((found) => SEGMENT.test(found))) {
      const to = path.join(staged, name);
      if (!existsSync(to)) cpSync(path.join(folder, name), to);
    }
  }
}

/** PostgreSQL takes only files of its own user that are closed to others. */
function own(folders: readonly string[], runAs: RunAs): void {
  for (const folder of folders) {
    chmodSync(folder, 0o700);
    if (runAs === undefined) continue;
    chownSync(folder, runAs.uid, runAs.gid);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      chownSync(path.join(folder, name), runAs.uid, runAs.gid);
  }
}

function explain(said: string, until: Date | null): OperatorFault | undefined {
  const asked = until?.toISOString() ?? '';
  if (said.includes('before configured recovery target was reached')) {
    const [, last = 'the backup itself'] =
      /last completed transaction was at log time (\S+ \S+)/.exec(said) ?? [];
    return new OperatorFault(
      `The log does not reach ${asked}: its last change is of ${last}. Give an earlier instant, or leave --until out for all there is.`,
    );
  }
  if (said.includes('before consistent recovery point')) {
    return new OperatorFault(`The backup was made after ${asked}. Take an earlier backup.`);
  }
  return undefined;
}
