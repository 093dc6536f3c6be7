import { setTimeout as pause } from 'node:timers/promises';
import { chainEntries, type SqlClient } from '#lib/server/audit/chain-entries.ts';
import type { AuditFolder } from '#lib/server/audit/checkpoint.ts';
import { writeCheckpoint, writeHead } from '#lib/server/audit/write-checkpoint.ts';

const CHAIN_EVERY_MS = 2_000;
const HEAD_EVERY_MS = 10_000;
const CHECKPOINT_EVERY_MS = 5 * 60_000;

type Keeping = {
  /** Lends a connection as the worker's role for one piece of work. */
  readonly withClient: <T>(work: (client: SqlClient) => Promise<T>) => Promise<T>;
  readonly folder: AuditFolder;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
};

/**
 * Chains new entries of the log every other second, signs how far it has come every ten, and keeps a checkpoint every five minutes
 * and at the end, until aborted. Before each checkpoint the whole log is swept for entries whose transaction was very slow to commit.
 * A fault (the database restarting, say) is reported and tried again: the entries wait in their table meanwhile.
 */
export async function keepChain({ withClient, folder, signal, onError }: Keeping): Promise<void> {
  let [nextHead, nextCheckpoint] = [0, 0];
  while (!signal.aborted) {
    try {
      const now = Date.now();
      const [sweep, headDue] = [now >= nextCheckpoint, now >= nextHead];
      await withClient(async (client) => {
        while ((await chainEntries(client, { sweep })) > 0 && !signal.aborted);
        if (sweep) await keepCheckpoint(client, folder);
        else if (headDue) await signHead(client, folder);
      });
      if (headDue) nextHead = now + HEAD_EVERY_MS;
      if (sweep) nextCheckpoint = now + CHECKPOINT_EVERY_MS;
    } catch (error) {
      onError(error);
    }
    await pause(CHAIN_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  try {
    await withClient(async (client) => {
      // The portal is stopped before the worker: what it wrote last is chained too, not only when somebody starts it again.
      while ((await chainEntries(client)) > 0);
      await keepCheckpoint(client, folder);
    });
  } catch (error) {
    onError(error);
  }
}

const keepCheckpoint = (client: SqlClient, folder: AuditFolder): Promise<void> =>
  whileAlone(client, async () => void (await writeCheckpoint(folder, client, new Date())));
const signHead = (client: SqlClient, folder: AuditFolder): Promise<void> =>
  whileAlone(client, () => writeHead(folder, client, new Date()));

/** Of several workers one signs at a time; the others leave it to the next time. */
async function whileAlone(client: SqlClient, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtext('audit.sign')) AS locked");
  if (rows[0]?.['locked'] !== true) return;
  try {
    await work();
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtext('audit.sign'))");
  }
}
