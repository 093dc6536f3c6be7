import type { SqlClient } from '#lib/server/audit/chain-entries.ts';
import type { ChainFault } from '#lib/server/audit/chain-fault.ts';

/** An entry may wait this long for its link, and a link for its signature, while the worker catches up. */
const PATIENCE = '15 minutes';

/** Links after the last signature, though old enough to have one: the checkpoints over them are gone, or nobody signs. */
export async function unsignedLinks(client: SqlClient, signedUpTo: string): Promise<ChainFault | null> {
  const { rows } = await client.query(
    `SELECT c.seq::text AS seq FROM audit_chain c JOIN audit_entry e ON e.id = c.entry_id
      WHERE c.seq > $1 AND e.at < now() - interval '${PATIENCE}' ORDER BY c.seq LIMIT 1`,
    [signedUpTo],
  );
  const seq = rows[0]?.['seq'];
  if (typeof seq !== 'string') return null;
  const message = `link ${seq} is older than ${PATIENCE}, and nothing signed covers it or what follows: are checkpoints missing?`;
  return { seq, code: 'linksNotSigned', message };
}

/** Entries without a link, though old enough to have one. */
export async function unchainedEntries(client: SqlClient): Promise<ChainFault | null> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n, min(e.id)::text AS first FROM audit_entry e
      WHERE e.at < now() - interval '${PATIENCE}' AND EXISTS (SELECT 1 FROM audit_chain)
        AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.entry_id = e.id)`,
  );
  const n = Number(rows[0]?.['n'] ?? 0);
  if (n === 0) return null;
  const message = `entries older than ${PATIENCE} without a link: ${n}, the first is entry ${String(rows[0]?.['first'])}`;
  return { seq: null, code: 'entryNotChained', message };
}
