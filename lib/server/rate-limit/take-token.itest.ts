import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { thin } from '#lib/server/retention/thin.ts';
import type { Limit, Subject } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let fresh: TestDatabase;
/** Two processes of the portal. */
let one: Database;
let other: Database;

beforeAll(async () => {
  fresh = await createTestDatabase();
  one = openDatabase(fresh.appUrl, 4);
  other = openDatabase(fresh.appUrl, 4);
});
afterAll(async () => {
  await Promise.all([one.$disconnect(), other.$disconnect()]);
  await fresh.drop();
});

const sql = (text: string) => withClient(fresh.ownerUrl, (client) => client.query(text));
/** As if so many seconds had gone by. */
const pass = (seconds: number) =>
  sql(`UPDATE rate_limit SET full_at = full_at - interval '${seconds} seconds'`);

let made = 0;
function somebody(kind: Subject['kind'] = 'address'): Subject {
  made += 1;
  return { kind, id: `somebody-${made}` };
}
const limit: Limit = { name: 'test', capacity: 5, perSecond: 0.1 };

async function taken(
  times: number,
  subject: Subject,
  by: Database = one,
  of: Limit = limit,
): Promise<number> {
  let count = 0;
  for (let n = 0; n < times; n += 1) count += (await takeToken(by, of, subject)).ok ? 1 : 0;
  return count;
}

describe('a bucket', () => {
  test('gives as many as it holds, and then says how long to wait', async () => {
    const subject = somebody();
    expect(await taken(5, subject)).toBe(5);
    // One token comes back every ten seconds.
    expect(await takeToken(one, limit, subject)).toEqual({ ok: false, error: { retryAfterSeconds: 10 } });
  });

  test('fills again with time, one by one and never above the brim', async () => {
    const subject = somebody();
    await taken(5, subject);
    await pass(11);
    expect(await taken(2, subject)).toBe(1);
    await pass(1000);
    expect(await taken(7, subject)).toBe(5);
  });

  test('that is asked in vain gives nothing away, and waits no longer for it', async () => {
    const subject = somebody();
    await taken(5, subject);
    await taken(50, subject);
    await pass(11);
    expect(await taken(1, subject)).toBe(1);
  });

  test('gives several at once, or none of them', async () => {
    const subject = somebody();
    expect((await takeToken(one, limit, subject, 4)).ok).toBe(true);
    expect(await takeToken(one, limit, subject, 2)).toEqual({ ok: false, error: { retryAfterSeconds: 10 } });
    expect(await taken(2, subject)).toBe(1);
    // What costs more than all of it costs all of it.
    expect((await takeToken(one, limit, somebody(), 99)).ok).toBe(true);
  });

  test('is one for all processes, however much they hurry', async () => {
    const subject = somebody();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => takeToken(n % 2 === 0 ? one : other, limit, subject)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await taken(1, subject, other)).toBe(0);
  });

  test('belongs to one subject and one limit', async () => {
    const subject = somebody();
    expect(await taken(6, subject)).toBe(5);
    expect(await taken(1, { kind: 'account', id: subject.id })).toBe(1);
    expect(await taken(1, { kind: 'organisation', id: subject.id })).toBe(1);
    expect(await taken(1, subject, one, { ...limit, name: 'another' })).toBe(1);
  });
});

describe('the table', () => {
  test('says nothing about who asked', async () => {
    await takeToken(one, limit, { kind: 'address', id: '192.0.2.7' });
    const { rows } = await sql(
      `SELECT encode(key, 'hex') AS key, encode(key, 'escape') AS text FROM rate_limit`,
    );
    expect(JSON.stringify(rows)).not.toContain('192.0.2.7');
    expect(rows.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  test('is out of the app’s reach but for the function', async () => {
    await expect(one.$queryRaw`SELECT * FROM rate_limit`).rejects.toThrow(/permission denied/);
    await expect(one.$executeRaw`DELETE FROM rate_limit`).rejects.toThrow(/permission denied/);
  });

  test('is cleaned of buckets that are full again, and of no others', async () => {
    await sql('DELETE FROM rate_limit');
    await takeToken(one, limit, somebody());
    await pass(60);
    const waiting = somebody();
    await taken(5, waiting);
    const worker = openDatabase(fresh.workerUrl, 1);
    await thin(worker);
    await worker.$disconnect();
    expect((await sql('SELECT 1 FROM rate_limit')).rowCount).toBe(1);
    expect(await taken(1, waiting)).toBe(0);
  });
});
