import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#lib/server/db/client.ts';

/** Well below the five minutes without which the database takes for an outage. */
const BEAT_EVERY_MS = 30_000;
/** A database that was away is soon asked again: what comes in meanwhile is held against a day that may be about to move. */
const TRY_AGAIN_MS = 2000;

/** Says that a portal lives. The first that comes back after all were silent writes down the outage (`app.portal_beat`). */
export async function beatAsPortal(database: Pick<Database, '$executeRaw'>, portalId: string): Promise<void> {
  await database.$executeRaw`SELECT app.portal_beat(${portalId})`;
}

/** Says every half minute that this portal lives, until aborted; a fault is reported and tried again. */
export async function keepPortalBeating(
  database: Database,
  portalId: string,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    let wait = BEAT_EVERY_MS;
    try {
      await beatAsPortal(database, portalId);
    } catch (error) {
      onError(error);
      wait = TRY_AGAIN_MS;
    }
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}
