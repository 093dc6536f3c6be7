import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { OperatorFault } from '#lib/server/operator-fault.ts';

/** Runs a program: settings of `.env` first (those already set win); a fault that the operator can mend ends it with one line. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    if (existsSync('.env')) loadEnvFile('.env');
    await main();
  } catch (error) {
    console.error(error instanceof OperatorFault ? error.message : error);
    process.exit(1);
  }
}

/**
 * Calls `stop` once: on Ctrl-C or a request to end, or when the process that started us is gone.
 * A second signal does not hurry it; a minute does.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 60_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
  process.on('SIGHUP', once);
  if (process.connected) process.once('disconnect', once);
}
