import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** How soon a database that is away is asked again. */
const TRY_AGAIN_MS = 500;
/** How long it may leave a question unanswered: what breaks without a word, as a network does, is seen by this alone. */
const ANSWER_WITHIN_MS = 5_000;
const ASK_EVERY_MS = 5_000;

export type DatabaseWatch = {
  /** The database is away: whatever needs it would fail. */
  isAway(): boolean;
  /** Ends with the watch. */
  readonly done: Promise<void>;
};

/**
 * Holds one connection to the database for as long as it lasts: a server that ends closes it, so that the next request already is
 * answered in plain words rather than by what fails somewhere inside. Away only counts once it has been there.
 */
export function watchDatabase(url: string, signal: AbortSignal): DatabaseWatch {
  let away = false;
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      const client = new Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS });
      const lost = new AbortController();
      const lose = (): void => lost.abort();
      client.on('error', lose);
      client.on('end', lose);
      const either = AbortSignal.any([signal, lost.signal]);
      try {
        await client.connect();
        await answered(client);
        away = false;
        while (!either.aborted) {
          await pause(ASK_EVERY_MS, undefined, { signal: either }).catch(() => undefined);
          if (!either.aborted) await answered(client);
        }
      } catch {
        // That it does not answer is what is being watched for.
      }
      if (signal.aborted) return await client.end().catch(() => undefined);
      away = true;
      void client.end().catch(() => undefined);
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  };
  return { isAway: () => away, done: watch() };
}

async function answered(client: Client): Promise<void> {
  const late = AbortSignal.timeout(ANSWER_WITHIN_MS);
  await Promise.race([
    client.query('SELECT 1'),
    new Promise((_resolve, reject) => {
      late.addEventListener('abort', () => reject(new Error('no answer')), { once: true });
    }),
  ]);
}
