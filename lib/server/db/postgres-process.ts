import { type ChildProcess, spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import type { RunAs } from '#lib/server/db/postgres-user.ts';

export type PostgresProcess = {
  /** Ends with PostgreSQL, whoever stopped it; the value is the last it said. */
  exited: Promise<string>;
  /** Fast shutdown: running statements are rolled back, what is committed stays. */
  stop(): Promise<void>;
};

/**
 * PostgreSQL must not outlive us, not even after `kill -9`: a shell holds the reading end of a pipe whose writing
 * end only we have, and shuts PostgreSQL down when that closes. It has its own session, so that Ctrl-C in a
 * terminal reaches us alone and the portal stops before its database.
 */
const supervisor = `
"$@" </dev/null 3<&- &
server=$!
(while read -r line <&3; do :; done; kill -INT $server) >/dev/null 2>&1 &
watcher=$!
wait $server; status=$?
kill $watcher 2>/dev/null
exit $status`;

const linesKept = 40;

export function spawnPostgres(
  command: string,
  args: readonly string[],
  runAs: RunAs,
  onOutput: (text: string) => void,
): PostgresProcess {
  const child = spawn('/bin/sh', ['-c', supervisor, 'postgres', command, ...args], {
    ...runAs,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // Messages are read by us: they have to be in one language.
    env: { NODE_ENV: 'production', PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
  const said = collectOutput(child, onOutput);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(said.join('\n')));
  });
  const lifeline = child.stdio[3];
  // It ends first when PostgreSQL does: nobody reads any more, which is no fault.
  lifeline?.on('error', () => undefined);
  return {
    exited,
    async stop() {
      if (lifeline instanceof Writable) lifeline.destroy();
      await exited;
    },
  };
}

function collectOutput(child: ChildProcess, onOutput: (text: string) => void): string[] {
  const said: string[] = [];
  const take = (chunk: string): void => {
    said.push(...chunk.split('\n').filter((line) => line !== ''));
    said.splice(0, Math.max(0, said.length - linesKept));
    onOutput(chunk);
  };
  child.stdout?.setEncoding('utf8').on('data', take);
  child.stderr?.setEncoding('utf8').on('data', take);
  return said;
}
