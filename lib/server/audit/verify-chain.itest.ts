import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { chainEntries } from '#lib/server/audit/chain-entries.ts';
import { auditFolder, readCheckpoints, readPublicKey } from '#lib/server/audit/checkpoint.ts';
import { ENTRY_COLUMNS } from '#lib/server/audit/entry-hash.ts';
import { readPublishedKeys } from '#lib/server/audit/published-keys.ts';
import { rotateKey } from '#lib/server/audit/rotate-key.ts';
import { verifyChain } from '#lib/server/audit/verify-chain.ts';
import { writeCheckpoint, writeHead } from '#lib/server/audit/write-checkpoint.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let database: TestDatabase;
let owner: Client;
let worker: Client;
let folder: ReturnType<typeof auditFolder>;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  worker = new Client({ connectionString: database.workerUrl });
  await Promise.all([owner.connect(), worker.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), worker.end()]);
  await database.drop();
});

async function log(action: string): Promise<void> {
  await owner.query(
    "INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, participant_ids, detail) VALUES ('job', 'job:test', $1, 'done', '{}', '{\"b\":1,\"a\":[2]}')",
    [action],
  );
}

/** The owner of the tables goes behind the triggers' back. */
async function asIntruder(sql: string): Promise<void> {
  await owner.query(
    'ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_chain DISABLE TRIGGER USER',
  );
  await owner.query(sql);
  await owner.query(
    'ALTER TABLE audit_entry ENABLE TRIGGER USER; ALTER TABLE audit_chain ENABLE TRIGGER USER',
  );
}

async function verification() {
  return await verifyChain(owner, await readCheckpoints(folder), await readPublicKey(folder));
}

async function faultCodes(): Promise<string[]> {
  return (await verification()).faults.map(({ code }) => code);
}

beforeEach(async () => {
  await asIntruder('TRUNCATE audit_chain; TRUNCATE audit_entry');
  const own = await mkdtemp(path.join(tmpdir(), 'audit-'));
  onTestFinished(async () => await rm(own, { recursive: true }));
  folder = auditFolder(own);
  for (const action of ['one', 'two', 'three', 'four']) await log(action);
  await chainEntries(worker);
  await writeCheckpoint(folder, worker, new Date());
});

describe('the chain over the log', () => {
  it('holds when nobody has touched it', async () => {
    expect(await verification()).toEqual({ links: 4, checkpoints: 1, faults: [], faultCount: 0 });
  });

  it('goes on from its head, and chains an entry that came late', async () => {
    await log('five');
    expect(await chainEntries(worker)).toBe(1);
    expect(await chainEntries(worker)).toBe(0);
    expect((await verification()).links).toBe(5);
  });

  it('goes on past its hundredth link', async () => {
    for (let n = 0; n < 120; n += 1) {
      await log(`more ${n}`);
      await chainEntries(worker);
    }
    await writeCheckpoint(folder, worker, new Date());
    expect(await verification()).toEqual({ links: 124, checkpoints: 2, faults: [], faultCount: 0 });
  });

  it('has one chainer at a time', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => log(`more ${n}`)));
    const other = new Client({ connectionString: database.workerUrl });
    await other.connect();
    await Promise.all([chainEntries(worker), chainEntries(other)]);
    await chainEntries(worker);
    await other.end();
    expect(await faultCodes()).toEqual([]);
    expect((await verification()).links).toBe(24);
  });

  it.each([
    ['an edited entry', "UPDATE audit_entry SET action = 'tvo' WHERE action = 'two'", 'hashDiffers'],
    ['a deleted entry', "DELETE FROM audit_entry WHERE action = 'two'", 'entryMissing'],
    ['a deleted link', 'DELETE FROM audit_chain WHERE seq = 2', 'gap'],
    ['a chain cut after its checkpoint', 'DELETE FROM audit_chain WHERE seq > 2', 'cutAfterCheckpoint'],
    ['a link re-hashed', "UPDATE audit_chain SET hash = sha256('x') WHERE seq = 4", 'checkpointDiffers'],
  ])('finds %s', async (_, sql, code) => {
    await asIntruder(sql);
    expect(await faultCodes()).toContain(code);
  });

  it('finds two entries that changed places', async () => {
    await asIntruder('UPDATE audit_chain SET entry_id = -entry_id WHERE seq IN (2, 3)');
    await asIntruder(
      'UPDATE audit_chain c SET entry_id = -o.entry_id FROM audit_chain o WHERE (c.seq, o.seq) IN ((2, 3), (3, 2)) AND c.entry_id < 0 AND o.entry_id < 0',
    );
    expect(await faultCodes()).toContain('hashDiffers');
  });

  it('finds a checkpoint that somebody else has signed', async () => {
    const [checkpoint] = await readCheckpoints(folder);
    if (checkpoint === undefined || checkpoint === null) throw new Error('no checkpoint');
    const forged = { ...checkpoint, hash: '00'.repeat(32) };
    const { faults } = await verifyChain(owner, [forged], await readPublicKey(folder));
    expect(faults.map(({ code }) => code)).toEqual(['checkpointForged']);
  });
});

describe('what is signed', () => {
  const codesOf = async (checkpoints: Awaited<ReturnType<typeof readCheckpoints>>): Promise<string[]> =>
    (await verifyChain(owner, checkpoints, await readPublicKey(folder))).faults.map(({ code }) => code);

  it('is the head between two checkpoints, too: a cut of what came after the last checkpoint is found', async () => {
    await log('five');
    await chainEntries(worker);
    await writeHead(folder, worker, new Date());
    expect(await verification()).toMatchObject({ checkpoints: 2, faults: [] });
    await asIntruder("DELETE FROM audit_chain WHERE seq = 5; DELETE FROM audit_entry WHERE action = 'five'");
    expect(await faultCodes()).toEqual(['cutAfterCheckpoint']);
    await log('another five');
    await chainEntries(worker);
    expect(await faultCodes()).toEqual(['checkpointDiffers']);
    await expect(writeCheckpoint(folder, worker, new Date())).rejects.toThrow('no longer holds link 5');
  });

  it('says between which checkpoints a chain was rewritten', async () => {
    for (const action of ['five', 'six']) {
      await log(action);
      await chainEntries(worker);
      await writeCheckpoint(folder, worker, new Date());
    }
    await asIntruder("UPDATE audit_chain SET hash = sha256('x') WHERE seq = 5");
    const { faults } = await verification();
    expect(faults.map(({ code, seq, after, before }) => [code, seq, after?.n, before?.n])).toEqual([
      ['hashDiffers', '5', 1, 2],
      ['checkpointDiffers', '5', 1, 2],
      ['hashDiffers', '6', 1, 3],
    ]);
  });

  it('goes on over a line that a power cut has torn', async () => {
    await appendFile(folder.checkpoints, '{"n":2,"since"');
    await log('five');
    await chainEntries(worker);
    await writeCheckpoint(folder, worker, new Date());
    expect(await verification()).toMatchObject({ checkpoints: 2, faults: [] });
  });

  it('is missed where it is gone altogether, once it ought to be there', async () => {
    expect(await codesOf([])).toEqual([]);
    await asIntruder("UPDATE audit_entry SET at = at - interval '20 minutes'");
    expect(await codesOf([])).toContain('linksNotSigned');
  });

  it('passes from one key to the next where the old one vouches for it, and to no other', async () => {
    await rotateKey(folder, worker, new Date());
    await log('five');
    await chainEntries(worker);
    await writeCheckpoint(folder, worker, new Date());
    expect(await verification()).toMatchObject({ checkpoints: 3, faults: [] });
    const [first, , third] = await readCheckpoints(folder);
    if (!first || !third) throw new Error('three checkpoints');
    expect(await codesOf([first, third])).toContain('checkpointForged');
    expect((await readPublishedKeys(folder)).map(({ id }) => id)).toEqual([first.key, third.key]);
  });
});

describe('every column of an entry', () => {
  it('goes into its link', async () => {
    const { rows } = await owner.query<{ column_name: string }>(
      "SELECT column_name FROM information_schema.columns WHERE table_name = 'audit_entry'",
    );
    const { fields } = await owner.query(`SELECT ${ENTRY_COLUMNS} FROM audit_entry e LIMIT 0`);
    expect(fields.map(({ name }) => name).toSorted()).toEqual(
      rows.map(({ column_name }) => column_name).toSorted(),
    );
  });

  it('is hashed as the database holds it, large numbers and shares too', async () => {
    await asIntruder(
      `UPDATE audit_entry SET detail = '{"n": 9007199254740993, "x": 1.10}' WHERE action = 'four'`,
    );
    const { rows } = await owner.query(`SELECT ${ENTRY_COLUMNS} FROM audit_entry e WHERE action = 'four'`);
    expect(rows[0]?.detail).toBe('{"n": 9007199254740993, "x": 1.10}');
  });
});

describe('an entry that comes late', () => {
  it('is chained however far the chain has gone on meanwhile', async () => {
    const slow = new Client({ connectionString: database.ownerUrl });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(
      "INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, participant_ids) VALUES ('job', 'job:test', 'slow', 'done', '{}')",
    );
    await owner.query("SELECT setval('audit_entry_id_seq', nextval('audit_entry_id_seq') + 200000)");
    await log('quick');
    expect(await chainEntries(worker)).toBe(1);
    await slow.query('COMMIT');
    await slow.end();
    expect(await chainEntries(worker)).toBe(0);
    expect(await chainEntries(worker, { sweep: true })).toBe(1);
    expect((await verification()).faults).toEqual([]);
  });
});

describe('who may touch the log', () => {
  it.each([
    'UPDATE audit_entry SET action = $$x$$',
    'DELETE FROM audit_entry',
    'UPDATE audit_chain SET seq = 9',
    'DELETE FROM audit_chain',
    'TRUNCATE audit_entry',
    'TRUNCATE audit_chain',
    "INSERT INTO audit_entry (id, actor_kind, actor_key, action, outcome) VALUES (1, 'job', 'job:x', 'x.y', 'done')",
    "INSERT INTO audit_entry (at, actor_kind, actor_key, action, outcome) VALUES ('2020-01-01', 'job', 'job:x', 'x.y', 'done')",
  ])('refuses the worker and the app: %s', async (sql) => {
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    await expect(app.query(sql)).rejects.toThrow();
    await expect(worker.query(sql)).rejects.toThrow();
    await app.end();
  });
});
