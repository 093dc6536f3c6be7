import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { OperatorFault } from '#lib/server/operator-fault.ts';

let stopping = false;

/**
 * Runs a program. Settings of `.env` come first (those already set win; a program started by another gets its settings
 * from that one). A fault that the operator can mend ends it with one line.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    if (!process.connected && existsSync('.env')) loadEnvFile('.env');
    await main();
  } catch (error) {
    // What breaks because we are being stopped is no fault.
    if (!stopping) fail(error);
  }
}

export function fail(error: unknown): never {
  console.error(error instanceof OperatorFault ? error.message : error);
  process.exit(1);
}

/**
 * Calls `stop` once: on Ctrl-C or a request to end, or when the process that started us is gone.
 * A second signal does not hurry it; a minute does.
 */
export function onStop(stop: () => Promise<void>): void {
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 60_000).unref();
    stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  if (process.connected) process.once('disconnect', once);
  whenParentGone(once);
}

/** `scripts/run.mjs` says who it is: when it is killed, nobody hands Ctrl-C on to us any more. */
function whenParentGone(stop: () => void): void {
  const parent = process.ppid;
  if (process.env['RUN_PARENT'] !== String(parent)) return;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000).unref();
}

export function isStopping(): boolean {
  return stopping;
}
