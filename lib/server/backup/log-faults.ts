import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { auditFolder, readCheckpoints, readPublicKey } from '#lib/server/audit/checkpoint.ts';
import { verifyChain } from '#lib/server/audit/verify-chain.ts';

/** Walks the log of a database against the checkpoints of a data folder: how many links it has, and what does not hold. */
export async function logFaults(
  client: Client,
  dataDir: string,
): Promise<{ readonly links: number; readonly faults: readonly string[] }> {
  const folder = auditFolder(dataDir);
  const checkpoints = await readCheckpoints(folder);
  const publicKey = existsSync(folder.publicKey) ? await readPublicKey(folder) : null;
  const { links, faults } = await verifyChain(
    { query: (text, values) => client.query<Record<string, unknown>>(text, values) },
    checkpoints,
    publicKey,
  );
  return { links, faults: faults.map(({ message }) => message) };
}
