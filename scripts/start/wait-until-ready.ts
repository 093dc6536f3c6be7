import { setTimeout as pause } from 'node:timers/promises';
import { OperatorFault } from '#lib/server/operator-fault.ts';

const patienceMs = 60_000;

/** Waits until the portal says that database, migrations and worker are in order. */
export async function waitUntilReady(port: number): Promise<void> {
  const since = Date.now();
  let answer = 'nothing';
  while (Date.now() - since < patienceMs) {
    const response = await fetch(`http://127.0.0.1:${port}/api/ready`, {
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    if (response?.status === 200) return;
    answer = (await response?.text()) ?? answer;
    await pause(100);
  }
  throw new OperatorFault(
    `The portal did not become ready within a minute; it answers ${answer}. See the logs in the data folder.`,
  );
}
