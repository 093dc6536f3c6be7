import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import type { ChainFault } from '#lib/server/audit/chain-fault.ts';
import { auditFolder, openCheckpoints, readPublicKey } from '#lib/server/audit/checkpoint.ts';
import { verifyChain } from '#lib/server/audit/verify-chain.ts';

/** What the worker mends by itself within seconds of its start: it was ended before it had chained and signed all. */
const CAUGHT_UP: ReadonlySet<ChainFault['code']> = new Set(['entryNotChained', 'linksNotSigned']);

/**
 * Walks the log of a database against the checkpoints of a data folder: how many links it has, and what does not hold. What a
 * worker has left to do is no fault where none has run yet.
 */
export async function logFaults(
  client: Client,
  dataDir: string,
): Promise<{ readonly links: number; readonly faults: readonly string[] }> {
  const folder = auditFolder(dataDir);
  const { links, faults } = await verifyChain(
    { query: (text, values) => client.query<Record<string, unknown>>(text, values) },
    await openCheckpoints(folder),
    existsSync(folder.publicKey) ? await readPublicKey(folder) : null,
  );
  const standing = faults.filter(({ code }) => !CAUGHT_UP.has(code));
  return { links, faults: standing.map(({ message }) => message) };
}
