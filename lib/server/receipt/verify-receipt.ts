import type { KeyObject } from 'node:crypto';
import { receiptKind, type ReceiptVerdict } from '#lib/domain/receipt/receipt-subject.ts';
import { type ReceiptFile, receiptFileSchema } from '#lib/schemas/receipt.ts';
import { type Checkpoint, checkpointIsGenuine } from '#lib/server/audit/checkpoint.ts';
import { linkFrom } from '#lib/server/audit/entry-hash.ts';
import { rootOfPath } from '#lib/server/audit/merkle.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/**
 * Whether a receipt is genuine, from it and the published keys alone: its entry gives the link, the link leads to the root of a
 * checkpoint, and the checkpoint is signed by one of the keys.
 */
export function verifyReceipt(text: string, keys: ReadonlyMap<string, KeyObject>): ReceiptVerdict {
  const receipt = readReceipt(text);
  if (receipt === null) return { genuine: false, fault: 'notReceipt' };
  const { entry, closed, seq, previous, path, checkpoint } = receipt;
  const key = keys.get(checkpoint.key);
  if (key === undefined) return { genuine: false, fault: 'unknownKey' };
  const { nextKey, ...rest } = checkpoint;
  const signed: Checkpoint = nextKey === undefined ? rest : { ...rest, nextKey };
  const link = linkFrom(bytes(previous), entry, bytes(closed));
  const [index, size] = [seq, checkpoint.seq].map((at) => Number(BigInt(at) - BigInt(checkpoint.since)));
  const root = rootOfPath(link, (index ?? 0) - 1, size ?? 0, path.map(bytes));
  const holds = checkpointIsGenuine(signed, key) && root?.toString('hex') === checkpoint.root;
  if (!holds) return { genuine: false, fault: 'changed' };
  return {
    genuine: true,
    kind: receiptKind(entry.subject_type),
    subjectId: entry.subject_id,
    at: entry.at,
    signedAt: checkpoint.at,
    seq,
    contentHash: entry.content_hash,
  };
}

function readReceipt(text: string): ReceiptFile | null {
  try {
    return receiptFileSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
