import type { ChainState, LastCheckpoint } from '#lib/domain/admin/audit-log.ts';
import { type AuditFolder, type Checkpoint, checkpointIsGenuine } from '#lib/server/audit/checkpoint.ts';
import { findLastCheckpoint } from '#lib/server/audit/last-checkpoint.ts';
import { publishedKeys } from '#lib/server/audit/published-keys.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** How far the log is chained, and whether the chain still says what the last checkpoint says. */
export async function chainState(tx: Tx, folder: AuditFolder): Promise<ChainState> {
  const [head] = await tx.$queryRaw<
    { readonly links: bigint; readonly entryId: bigint; readonly at: string }[]
  >`
    SELECT c.seq AS links, c.entry_id AS "entryId", to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
    FROM audit_chain c JOIN audit_entry e ON e.id = c.entry_id ORDER BY c.seq DESC LIMIT 1`;
  // Entries are chained nearly in the order of their ids, so those that wait lie after the head.
  const [waiting] = await tx.$queryRaw<{ readonly entries: number }[]>`
    SELECT count(*)::int AS entries FROM audit_entry e WHERE e.id > ${head?.entryId ?? 0n}`;
  return {
    links: Number(head?.links ?? 0n),
    waiting: waiting?.entries ?? 0,
    lastLinkedAt: head?.at ?? null,
    checkpoint: await lastCheckpointState(tx, folder),
  };
}

async function lastCheckpointState(tx: Tx, folder: AuditFolder): Promise<LastCheckpoint | null> {
  const checkpoint = await findLastCheckpoint(folder.checkpoints);
  if (checkpoint === null) return null;
  const link = await tx.auditChain.findUnique({
    where: { seq: BigInt(checkpoint.seq) },
    select: { hash: true },
  });
  return {
    seq: checkpoint.seq,
    at: checkpoint.at,
    genuine: await signedByPublishedKey(folder, checkpoint),
    agrees: link !== null && Buffer.from(link.hash).toString('hex') === checkpoint.hash,
  };
}

async function signedByPublishedKey(folder: AuditFolder, checkpoint: Checkpoint): Promise<boolean> {
  const key = (await publishedKeys(folder)).get(checkpoint.key);
  return key !== undefined && checkpointIsGenuine(checkpoint, key);
}
