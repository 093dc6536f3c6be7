import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { SqlClient } from '#lib/server/audit/chain-entries.ts';
import {
  type Checkpoint,
  checkpointHash,
  signCheckpoint,
  type UnsignedCheckpoint,
} from '#lib/server/audit/checkpoint.ts';
import {
  CHAIN_START,
  closedHash,
  ENTRY_COLUMNS,
  linkFrom,
  type LoggedEntry,
  openPart,
} from '#lib/server/audit/entry-hash.ts';
import { merkleRoot } from '#lib/server/audit/merkle.ts';
import type { seeded } from '#lib/domain/compensation/testing/random-input.ts';

/** A log that is tampered with, inside a transaction that is rolled back: by somebody who may do everything in the database. */
export type Scene = {
  readonly client: SqlClient;
  readonly chance: ReturnType<typeof seeded>;
  /** The last link. */
  readonly last: number;
  readonly checkpoints: readonly Checkpoint[];
};

/** What was done: the links among which it has to be found, and the checkpoints as they are afterwards. */
export type Tampering = {
  readonly from: number;
  readonly to: number;
  readonly checkpoints?: readonly (Checkpoint | null)[];
};

type Tamper = (scene: Scene) => Promise<Tampering>;

/** The intruder's own key. */
const stolen: KeyObject = generateKeyPairSync('ed25519').privateKey;

const EDITS = [
  `at = at + interval '1 millisecond'`,
  `actor_kind = 'anonymous'`,
  `person_id = gen_random_uuid()`,
  `actor_key = actor_key || 'x'`,
  `role = coalesce(role, '') || 'x'`,
  `provider_id = gen_random_uuid()`,
  `action = 'nothing.happened'`,
  `outcome = CASE outcome WHEN 'done' THEN 'read' ELSE 'done' END`,
  `subject_type = coalesce(subject_type, '') || 'x'`,
  `subject_id = coalesce(subject_id, '') || 'x'`,
  `participant_ids = participant_ids || gen_random_uuid()`,
  `purpose = coalesce(purpose, '') || ' '`,
  `detail = detail || '{"large": 9007199254740993}'`,
] as const;

/** Anything but the first and the last link: what stands before and after it is there to show it. */
const inside = ({ chance, last }: Scene): number => chance(2, last - 1);

async function entryOf({ client }: Scene, seq: number): Promise<string> {
  const { rows } = await client.query('SELECT entry_id::text AS id FROM audit_chain WHERE seq = $1', [seq]);
  return String(rows[0]?.['id']);
}

async function editEntry(scene: Scene, seq: number): Promise<void> {
  const edit = EDITS[scene.chance(0, EDITS.length - 1)] ?? EDITS[0];
  await scene.client.query(`UPDATE audit_entry SET ${edit} WHERE id = $1`, [await entryOf(scene, seq)]);
}

/** Moves every link from `from` on by one: a unique number is not to be taken twice on the way. */
async function shift({ client }: Scene, from: number, by: 1 | -1): Promise<void> {
  await client.query('UPDATE audit_chain SET seq = -(seq + $2::bigint) WHERE seq >= $1', [from, by]);
  await client.query('UPDATE audit_chain SET seq = -seq WHERE seq < 0');
}

async function remove(scene: Scene, seq: number): Promise<void> {
  await scene.client.query('DELETE FROM audit_entry WHERE id = $1', [await entryOf(scene, seq)]);
  await scene.client.query('DELETE FROM audit_chain WHERE seq = $1', [seq]);
}

async function insert(scene: Scene, seq: number): Promise<void> {
  await shift(scene, seq, 1);
  await scene.client.query(
    `WITH made AS (INSERT INTO audit_entry (at, actor_kind, actor_key, action, outcome, participant_ids)
        SELECT e.at, 'job', 'job:x', 'test.put', 'done', '{}' FROM audit_chain c JOIN audit_entry e ON e.id = c.entry_id WHERE c.seq = $1 - 1
        RETURNING id)
      INSERT INTO audit_chain (seq, entry_id, hash) SELECT $1, id, sha256('put') FROM made`,
    [seq],
  );
  await rehash(scene, seq, seq);
}

async function swap({ client }: Scene, one: number, other: number): Promise<void> {
  const { rows } = await client.query(
    'SELECT entry_id::text AS id FROM audit_chain WHERE seq IN ($1, $2) ORDER BY seq = $1 DESC',
    [one, other],
  );
  const [first, second] = rows.map(({ id }) => id);
  await client.query('UPDATE audit_chain SET entry_id = -entry_id WHERE seq IN ($1, $2)', [one, other]);
  await client.query(
    'UPDATE audit_chain SET entry_id = CASE seq WHEN $1 THEN $4::bigint ELSE $3::bigint END WHERE seq IN ($1, $2)',
    [one, other, first, second],
  );
}

/** Makes the links from `from` to `to` anew, as whoever knows how they are made. */
async function rehash({ client }: Scene, from: number, to: number | null): Promise<void> {
  const { rows: before } = await client.query('SELECT hash FROM audit_chain WHERE seq = $1', [from - 1]);
  let link: Buffer = before[0] === undefined ? CHAIN_START : Buffer.from(before[0]['hash'] as Uint8Array);
  const { rows } = await client.query(
    `SELECT c.seq::text AS chain_seq, ${ENTRY_COLUMNS} FROM audit_chain c JOIN audit_entry e ON e.id = c.entry_id
      WHERE c.seq >= $1 AND c.seq <= coalesce($2, c.seq) ORDER BY c.seq`,
    [from, to],
  );
  const links = rows.map(({ chain_seq: _seq, ...columns }) => {
    const entry = columns as LoggedEntry;
    const closed = closedHash(entry);
    link = linkFrom(link, openPart(entry), closed);
    return { link, closed };
  });
  await client.query(
    `UPDATE audit_chain c SET hash = l.hash, closed = l.closed
      FROM unnest($1::bigint[], $2::bytea[], $3::bytea[]) AS l (seq, hash, closed) WHERE l.seq = c.seq`,
    [
      rows.map((row) => row['chain_seq']),
      links.map(({ link: hash }) => hash),
      links.map(({ closed }) => closed),
    ],
  );
}

/** The checkpoints that the rewritten chain would have, signed by the intruder. */
async function resign({ client, checkpoints }: Scene): Promise<Checkpoint[]> {
  const { rows } = await client.query('SELECT hash FROM audit_chain ORDER BY seq');
  const hashes = rows.map(({ hash }) => Buffer.from(hash as Uint8Array));
  const signed: Checkpoint[] = [];
  for (const { signature: _signature, key: _key, ...content } of checkpoints) {
    const last = signed.at(-1);
    const own: UnsignedCheckpoint = {
      ...content,
      hash: hashes[Number(content.seq) - 1]?.toString('hex') ?? content.hash,
      root: merkleRoot(hashes.slice(Number(content.since), Number(content.seq))).toString('hex'),
      previous: last === undefined ? content.previous : checkpointHash(last),
    };
    signed.push(signCheckpoint(own, stolen));
  }
  return signed;
}

const exactly = (seq: number): Tampering => ({ from: seq, to: seq });
/** After a rewriting the chain is whole in itself: it shows between two checkpoints. */
function untilCheckpoint({ checkpoints, last }: Scene, seq: number): Tampering {
  return { from: seq, to: Number(checkpoints.find((one) => Number(one.seq) >= seq)?.seq ?? last) };
}

const withoutLink: readonly [string, (scene: Scene, seq: number) => Promise<void>][] = [
  ['edit', editEntry],
  ['deletion', async (scene, seq) => (await remove(scene, seq), await shift(scene, seq, -1))],
  ['insertion', insert],
  [
    'reordering',
    async (scene, seq) => await swap(scene, seq, scene.chance(seq + 1, Math.min(seq + 20, scene.last))),
  ],
];

export const TAMPERINGS: Readonly<Record<string, Tamper>> = {
  ...Object.fromEntries(
    withoutLink.flatMap(([name, change]): [string, Tamper][] => [
      [
        name,
        async (scene) => {
          const seq = inside(scene);
          await change(scene, seq);
          // The one put in has a link of its own that holds; the next does not hang on it.
          return exactly(name === 'insertion' ? seq + 1 : seq);
        },
      ],
      [
        `${name}, re-hashed`,
        async (scene) => {
          const seq = inside(scene);
          await change(scene, seq);
          await rehash(scene, seq, null);
          return untilCheckpoint(scene, seq);
        },
      ],
    ]),
  ),
  'edit, re-hashed and re-signed': async (scene) => {
    const seq = inside(scene);
    await editEntry(scene, seq);
    await rehash(scene, seq, null);
    return { from: 0, to: scene.last, checkpoints: await resign(scene) };
  },
  'entry without its link': async (scene) => {
    const seq = inside(scene);
    await scene.client.query('DELETE FROM audit_entry WHERE id = $1', [await entryOf(scene, seq)]);
    return exactly(seq);
  },
  gap: async (scene) => {
    const seq = inside(scene);
    await remove(scene, seq);
    return exactly(seq);
  },
  'cut of the end': async (scene) => {
    const seq = inside(scene);
    await scene.client.query(
      'DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_chain WHERE seq >= $1)',
      [seq],
    );
    await scene.client.query('DELETE FROM audit_chain WHERE seq >= $1', [seq]);
    return untilCheckpoint(scene, seq);
  },
  'cut of the beginning, re-hashed': async (scene) => {
    const seq = inside(scene);
    await scene.client.query(
      'DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_chain WHERE seq < $1)',
      [seq],
    );
    await scene.client.query('DELETE FROM audit_chain WHERE seq < $1', [seq]);
    await scene.client.query('UPDATE audit_chain SET seq = -(seq - $1::bigint + 1)', [seq]);
    await scene.client.query('UPDATE audit_chain SET seq = -seq');
    await rehash(scene, 1, null);
    return untilCheckpoint(scene, 1);
  },
  'an entry dated back': async (scene) => {
    await scene.client.query(
      `WITH made AS (INSERT INTO audit_entry (at, actor_kind, actor_key, action, outcome, participant_ids)
          VALUES (now() - interval '3 days', 'job', 'job:x', 'test.put', 'done', '{}') RETURNING id)
        INSERT INTO audit_chain (seq, entry_id, hash) SELECT $1, id, sha256('put') FROM made`,
      [scene.last + 1],
    );
    await rehash(scene, scene.last + 1, null);
    return exactly(scene.last + 1);
  },
  'a checkpoint removed': async ({ checkpoints, chance, last }) => {
    const at = chance(0, checkpoints.length - 2);
    return await Promise.resolve({ from: 0, to: last, checkpoints: checkpoints.toSpliced(at, 1) });
  },
  'a checkpoint changed': async ({ checkpoints, chance, last }) => {
    const at = chance(0, checkpoints.length - 1);
    const changed = checkpoints.map((one, index) =>
      index === at ? { ...one, at: new Date(Date.parse(one.at) + 1000).toISOString() } : one,
    );
    return await Promise.resolve({ from: 0, to: last, checkpoints: changed });
  },
  'checkpoints exchanged': async ({ checkpoints, chance, last }) => {
    const at = chance(0, checkpoints.length - 2);
    const [one, other] = checkpoints.slice(at, at + 2);
    const swapped = checkpoints.toSpliced(at, 2, ...[other, one].filter((each) => each !== undefined));
    return await Promise.resolve({ from: 0, to: last, checkpoints: swapped });
  },
};
