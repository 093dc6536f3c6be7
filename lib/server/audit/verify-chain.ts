import type { KeyObject } from 'node:crypto';
import type { SqlClient } from '#lib/server/audit/chain-entries.ts';
import type { ChainFault } from '#lib/server/audit/chain-fault.ts';
import type { Checkpoint } from '#lib/server/audit/checkpoint.ts';
import {
  CHAIN_START,
  closedHash,
  ENTRY_COLUMNS,
  linkFrom,
  type LoggedEntry,
  openPart,
} from '#lib/server/audit/entry-hash.ts';
import { CheckpointWalk } from '#lib/server/audit/checkpoint-walk.ts';
import { unchainedEntries, unsignedLinks } from '#lib/server/audit/left-over.ts';

export type Verification = {
  readonly links: number;
  readonly checkpoints: number;
  /** The first of them, at most `MOST_FAULTS`. */
  readonly faults: readonly ChainFault[];
  readonly faultCount: number;
};

const BATCH = 5_000;

/**
 * Walks the whole chain, some thousand links at a time, and says each place where it does not hold: gaps, changed, missing or
 * moved entries, instants that cannot be, checkpoints that disagree, are missing, or were signed by another key.
 */
export async function verifyChain(
  client: SqlClient,
  checkpoints: AsyncIterable<Checkpoint | null> | Iterable<Checkpoint | null>,
  publicKey: KeyObject | null,
): Promise<Verification> {
  const walk = new CheckpointWalk(checkpoints, publicKey);
  await walk.begin();
  let seq = 0n;
  /** Null after a gap: what the next link hangs on is not known. */
  let previous: Buffer | null = CHAIN_START;
  for (;;) {
    const { rows } = await client.query(
      `SELECT c.seq::text AS chain_seq, c.entry_id::text AS chain_entry, c.hash AS chain_hash, c.closed AS chain_closed, (e.id IS NOT NULL) AS present, ${ENTRY_COLUMNS}
        FROM audit_chain c LEFT JOIN audit_entry e ON e.id = c.entry_id
        WHERE c.seq > $1 ORDER BY c.seq LIMIT ${BATCH}`,
      [seq.toString()],
    );
    if (rows.length === 0) break;
    for (const { chain_seq, chain_entry, chain_hash, chain_closed, present, ...columns } of rows) {
      const at = BigInt(String(chain_seq));
      const stored = Buffer.from(chain_hash as Uint8Array);
      const entry = columns as LoggedEntry;
      if (at !== seq + 1n) {
        walk.fault('gap', String(seq + 1n), `${links(seq + 1n, at - 1n)} missing from the chain`);
        await walk.skipTo(at);
        previous = null;
      }
      if (present !== true) {
        walk.fault('entryMissing', String(at), `entry ${String(chain_entry)} of link ${at} has been deleted`);
      } else if (previous !== null && !holds(previous, entry, stored, chain_closed)) {
        walk.fault(
          'hashDiffers',
          String(at),
          `entry ${entry.id} and the link before it do not give link ${at}: changed, moved or put in between`,
        );
      }
      await walk.pass(at, stored, present === true ? entry : null);
      seq = at;
      previous = stored;
    }
  }
  await walk.end(seq);
  walk.add(await unsignedLinks(client, walk.signedUpTo));
  walk.add(await unchainedEntries(client));
  const { faults, faultCount, count } = walk;
  return { links: Number(seq), checkpoints: count, faults, faultCount };
}

/** The link follows from its entry, and the hash kept for receipts is the entry's. */
function holds(previous: Buffer, entry: LoggedEntry, stored: Buffer, kept: unknown): boolean {
  const closed = closedHash(entry);
  const isKept = kept === null || closed.equals(kept as Uint8Array);
  return isKept && linkFrom(previous, openPart(entry), closed).equals(stored);
}

function links(from: bigint, to: bigint): string {
  return from === to ? `link ${from} is` : `links ${from}–${to} are`;
}
