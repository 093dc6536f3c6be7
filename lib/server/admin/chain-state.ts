import { open } from 'node:fs/promises';
import type { ChainState, LastCheckpoint } from '#lib/domain/admin/audit-log.ts';
import {
  type AuditFolder,
  type Checkpoint,
  checkpointIsGenuine,
  readPublicKey,
} from '#lib/server/audit/checkpoint.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { errorCode } from '#lib/server/operator-fault.ts';

/** A checkpoint is some 260 bytes; the file grows by one every five minutes and is never read whole here. */
const TAIL_BYTES = 4096;

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
    genuine: checkpointIsGenuine(checkpoint, await readPublicKey(folder)),
    agrees: link !== null && Buffer.from(link.hash).toString('hex') === checkpoint.hash,
  };
}

/** The last whole line of the file of checkpoints; null before the first, or where this process has no such file. */
export async function findLastCheckpoint(file: string): Promise<Checkpoint | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const length = Math.min(size, TAIL_BYTES);
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
      const last = buffer.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
      return last === '' ? null : (JSON.parse(last) as Checkpoint);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
