import {
  type AuditFolder,
  type Checkpoint,
  openCheckpoints,
  readHead,
} from '#lib/server/audit/checkpoint.ts';
import { findLastCheckpoint } from '#lib/server/audit/last-checkpoint.ts';

/** The signature that a link is under: the last checkpoint or the head for what is new, else the one of its time; null until it is signed. */
export async function findCovering(folder: AuditFolder, seq: bigint): Promise<Checkpoint | null> {
  const covers = (one: Checkpoint | null): one is Checkpoint =>
    one !== null && BigInt(one.since) < seq && seq <= BigInt(one.seq);
  for (const one of [await findLastCheckpoint(folder.checkpoints), await readHead(folder)]) {
    if (covers(one)) return one;
  }
  for await (const one of await openCheckpoints(folder)) {
    if (covers(one)) return one;
  }
  return null;
}
