import { setTimeout as pause } from 'node:timers/promises';
import { chainEntries, chainHead, type SqlClient } from '#lib/server/audit/chain-entries.ts';
import { type AuditFolder, writeCheckpoint } from '#lib/server/audit/checkpoint.ts';

const CHAIN_EVERY_MS = 2_000;
const CHECKPOINT_EVERY_MS = 5 * 60_000;

type Keeping = {
  /** Lends a connection as the worker's role for one piece of work. */
  readonly withClient: <T>(work: (client: SqlClient) => Promise<T>) => Promise<T>;
  readonly folder: AuditFolder;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
};

/**
 * Chains new entries of the log every other second and signs a checkpoint every five minutes and at the end, until aborted.
 * A fault (the database restarting, say) is reported and tried again: the entries wait in their table meanwhile.
 */
export async function keepChain({ withClient, folder, signal, onError }: Keeping): Promise<void> {
  let sweep = true;
  let nextCheckpoint = 0;
  while (!signal.aborted) {
    try {
      const checkpointDue = Date.now() >= nextCheckpoint;
      await withClient(async (client) => {
        while ((await chainEntries(client, { sweep })) > 0 && !signal.aborted);
        if (checkpointDue) await writeCheckpoint(folder, await chainHead(client), new Date());
      });
      sweep = false;
      if (checkpointDue) nextCheckpoint = Date.now() + CHECKPOINT_EVERY_MS;
    } catch (error) {
      onError(error);
    }
    await pause(CHAIN_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  try {
    await withClient(async (client) => {
      // The portal is stopped before the worker: what it wrote last is chained too, not only when somebody starts it again.
      while ((await chainEntries(client)) > 0);
      await writeCheckpoint(folder, await chainHead(client), new Date());
    });
  } catch (error) {
    onError(error);
  }
}
