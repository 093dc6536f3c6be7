import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#lib/server/db/client.ts';

const beatEveryMs = 5000;

/** Says every five seconds that this worker lives, until aborted; a fault is reported and tried again. */
export async function keepBeating(
  database: Database,
  workerId: string,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await database.$executeRaw`
        INSERT INTO worker_heartbeat (id, at) VALUES (${workerId}, now())
        ON CONFLICT (id) DO UPDATE SET at = excluded.at`;
    } catch (error) {
      onError(error);
    }
    await pause(beatEveryMs, undefined, { signal }).catch(() => undefined);
  }
  await database.$executeRaw`DELETE FROM worker_heartbeat WHERE id = ${workerId}`.catch(onError);
}
