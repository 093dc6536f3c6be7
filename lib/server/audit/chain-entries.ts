import {
  CHAIN_START,
  closedHash,
  ENTRY_COLUMNS,
  linkFrom,
  type LoggedEntry,
  openPart,
} from '#lib/server/audit/entry-hash.ts';

/** The one method of a `pg` client that is needed here. */
export type SqlClient = {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
};

const BATCH = 5_000;
/** How far behind the newest link an entry is looked for every time. One whose transaction was slower than that is found by a sweep. */
const LATE = 100_000;

export type Head = { readonly seq: bigint; readonly hash: Buffer };

/** The last link of the chain; sequence 0 before the first. */
export async function chainHead(client: SqlClient): Promise<Head> {
  const { rows } = await client.query(
    // The column, not its text: as text 99 comes after 100.
    'SELECT c.seq::text AS seq, c.hash FROM audit_chain c ORDER BY c.seq DESC LIMIT 1',
  );
  const last = rows[0];
  return last === undefined
    ? { seq: 0n, hash: CHAIN_START }
    : { seq: BigInt(String(last['seq'])), hash: Buffer.from(last['hash'] as Uint8Array) };
}

/**
 * Chains one batch of entries that are not chained yet, in the order of their ids, and says how many there were.
 * Entries commit out of order; one that comes late is chained late. Writers never wait for this: only one chainer at a
 * time works, the others find the lock taken and leave it.
 */
export async function chainEntries(client: SqlClient, { sweep = false } = {}): Promise<number> {
  await client.query('BEGIN');
  try {
    const { rows: locks } = await client.query(
      "SELECT pg_try_advisory_xact_lock(hashtext('audit.chain')) AS locked",
    );
    const chained = locks[0]?.['locked'] === true ? await chainLocked(client, sweep) : 0;
    await client.query('COMMIT');
    return chained;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function chainLocked(client: SqlClient, sweep: boolean): Promise<number> {
  const head = await chainHead(client);
  const { rows } = await client.query(
    // Their ids first: of entries that are chained already nothing but the index is read.
    `SELECT ${ENTRY_COLUMNS} FROM audit_entry e WHERE e.id IN (SELECT w.id FROM audit_entry w
        WHERE w.id > CASE WHEN $1 THEN -9223372036854775808 ELSE coalesce((SELECT max(entry_id) FROM audit_chain), 0) - ${LATE} END
          AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.entry_id = w.id)
        ORDER BY w.id LIMIT ${BATCH})
      ORDER BY e.id`,
    [sweep],
  );
  const [links, closed]: [Buffer[], Buffer[]] = [[], []];
  let previous = head.hash;
  for (const row of rows) {
    const entry = row as LoggedEntry;
    const rest = closedHash(entry);
    previous = linkFrom(previous, openPart(entry), rest);
    links.push(previous);
    closed.push(rest);
  }
  if (rows.length > 0) {
    await client.query(
      `INSERT INTO audit_chain (seq, entry_id, hash, closed)
        SELECT $1::bigint + n, id, hash, closed
          FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) WITH ORDINALITY AS link (id, hash, closed, n)`,
      [head.seq.toString(), rows.map((row) => row['id']), links, closed],
    );
  }
  return rows.length;
}
