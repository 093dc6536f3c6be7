import type { KeyObject } from 'node:crypto';
import type { SqlClient } from '#lib/server/audit/chain-entries.ts';
import { type Checkpoint, checkpointIsGenuine } from '#lib/server/audit/checkpoint.ts';
import { CHAIN_START, ENTRY_COLUMNS, type LoggedEntry, linkOf } from '#lib/server/audit/entry-hash.ts';

export type ChainFault = {
  readonly seq: string | null;
  readonly code:
    | 'gap'
    | 'entryMissing'
    | 'hashDiffers'
    | 'entryNotChained'
    | 'checkpointForged'
    | 'checkpointDiffers'
    | 'cutAfterCheckpoint';
  readonly message: string;
};

export type Verification = {
  readonly links: number;
  readonly checkpoints: number;
  readonly faults: readonly ChainFault[];
};

const BATCH = 5_000;
/** An entry may wait this long for its link while the worker catches up. */
const CHAINED_WITHIN = '5 minutes';

/** Walks the whole chain and says each place where it does not hold: gaps, changed or missing entries, checkpoints that disagree. */
export async function verifyChain(
  client: SqlClient,
  checkpoints: readonly Checkpoint[],
  publicKey: KeyObject | null,
): Promise<Verification> {
  const faults: ChainFault[] = [];
  const awaited = new Map<string, Checkpoint>();
  for (const checkpoint of checkpoints) {
    awaited.set(checkpoint.seq, checkpoint);
    if (publicKey === null || !checkpointIsGenuine(checkpoint, publicKey)) {
      faults.push({
        seq: checkpoint.seq,
        code: 'checkpointForged',
        message: `checkpoint ${checkpoint.seq} has no valid signature`,
      });
    }
  }
  let seq = 0n;
  let previous: Buffer = CHAIN_START;
  for (;;) {
    const { rows } = await client.query(
      `SELECT c.seq::text AS chain_seq, c.hash AS chain_hash, (e.id IS NOT NULL) AS present, ${ENTRY_COLUMNS}
        FROM audit_chain c LEFT JOIN audit_entry e ON e.id = c.entry_id
        WHERE c.seq > $1 ORDER BY c.seq LIMIT ${BATCH}`,
      [seq.toString()],
    );
    if (rows.length === 0) break;
    for (const { chain_seq, chain_hash, present, ...entry } of rows) {
      const at = BigInt(String(chain_seq));
      const stored = Buffer.from(chain_hash as Uint8Array);
      if (at !== seq + 1n)
        faults.push({ seq: String(at), code: 'gap', message: `links ${seq + 1n}–${at - 1n} are missing` });
      if (present !== true) {
        faults.push({ seq: String(at), code: 'entryMissing', message: `the entry of link ${at} is missing` });
      } else if (!linkOf(previous, entry as LoggedEntry).equals(stored)) {
        faults.push({
          seq: String(at),
          code: 'hashDiffers',
          message: `link ${at} does not follow from entry ${String(entry['id'])}`,
        });
      }
      const checkpoint = awaited.get(String(at));
      if (checkpoint !== undefined) {
        awaited.delete(String(at));
        if (checkpoint.hash !== stored.toString('hex')) {
          faults.push({
            seq: String(at),
            code: 'checkpointDiffers',
            message: `link ${at} differs from the signed checkpoint`,
          });
        }
      }
      seq = at;
      previous = stored;
    }
  }
  for (const missing of awaited.keys()) {
    faults.push({
      seq: missing,
      code: 'cutAfterCheckpoint',
      message: `the chain ends at ${seq}, but a signed checkpoint saw link ${missing}`,
    });
  }
  faults.push(...(await unchained(client)));
  return { links: Number(seq), checkpoints: checkpoints.length, faults };
}

async function unchained(client: SqlClient): Promise<ChainFault[]> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n, min(e.id)::text AS first FROM audit_entry e
      WHERE e.at < now() - interval '${CHAINED_WITHIN}' AND EXISTS (SELECT 1 FROM audit_chain)
        AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.entry_id = e.id)`,
  );
  const n = Number(rows[0]?.['n'] ?? 0);
  return n === 0
    ? []
    : [
        {
          seq: null,
          code: 'entryNotChained',
          message: `${n} entries older than ${CHAINED_WITHIN} are not chained, the first is ${String(rows[0]?.['first'])}`,
        },
      ];
}
