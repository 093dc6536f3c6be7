import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { TAMPERINGS } from '#lib/server/audit/testing/tamper.ts';
import { type Log, makeLog, tryTamperings, verifyLog } from '#lib/server/audit/testing/try-tamperings.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

const SEED = 20_260_101;
let database: TestDatabase;
let superuser: Client;
let folder: string;
let log: Log;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(inject('testCluster').adminUrl);
  url.pathname = new URL(database.ownerUrl).pathname;
  superuser = new Client({ connectionString: url.href });
  await superuser.connect();
  folder = await mkdtemp(path.join(tmpdir(), 'tamper-'));
  log = await makeLog(superuser, auditFolder(folder), { stretches: 6, each: 25 });
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('a log that somebody who may do everything in the database has tampered with', () => {
  it('is not said to be, as long as nobody has', async () => {
    expect(await verifyLog(log)).toEqual({ links: 150, checkpoints: 6, faults: [], faultCount: 0 });
  });

  it('is found, whatever was done, and the first place named is the right one', async () => {
    const times = 4 * Object.keys(TAMPERINGS).length;
    const tried = await tryTamperings(log, times, seeded(SEED));
    expect(tried).toHaveLength(times);
    expect(tried.filter(({ found, placed }) => !found || !placed)).toEqual([]);
  });

  it('is as it was afterwards', async () => {
    expect((await verifyLog(log)).faults).toEqual([]);
  });

  it('would pass a rewriting where no checkpoint holds it: the checkpoints are what finds it', async () => {
    const tried = await tryTamperings({ ...log, checkpoints: [] }, 2, seeded(SEED));
    expect(tried.map(({ kind, found }) => [kind, found])).toEqual([
      ['edit', true],
      ['edit, re-hashed', false],
    ]);
  });
});
