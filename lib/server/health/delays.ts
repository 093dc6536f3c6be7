import type { Database } from '#lib/server/db/client.ts';

/** What takes longer than people are used to, while all they do here goes on. */
export type Delays = {
  /** No worker lives: files that are read, exports, calculations. */
  readonly worker: boolean;
  /** Mail waits for more than five minutes. */
  readonly mail: boolean;
};

const KNOWN_FOR_MS = 10_000;

const known = new WeakMap<object, { readonly at: number; readonly delays: Delays }>();

/** Asked once in ten seconds by each process, however many pages are shown. */
export async function currentDelays(
  database: Pick<Database, '$queryRaw'>,
  now: number = performance.now(),
): Promise<Delays> {
  const last = known.get(database);
  if (last !== undefined && now - last.at < KNOWN_FOR_MS) return last.delays;
  const delays = await readDelays(database);
  known.set(database, { at: now, delays });
  return delays;
}

/** As readiness counts it: a worker is gone after four beats that were missed. */
export async function readDelays(database: Pick<Database, '$queryRaw'>): Promise<Delays> {
  const [delays] = await database.$queryRaw<Delays[]>`
    SELECT NOT EXISTS (SELECT FROM worker_heartbeat WHERE at > now() - interval '20 seconds') AS worker, pgboss.mail_waits() AS mail`;
  return delays ?? { worker: true, mail: true };
}
