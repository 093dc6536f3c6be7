import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { cleanUp } from '#lib/server/jobs/handlers/clean-up.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let fresh: TestDatabase;
let worker: Database;
beforeAll(async () => {
  fresh = await createTestDatabase();
  worker = openDatabase(fresh.workerUrl, 1);
});
afterAll(async () => {
  await worker.$disconnect();
  await fresh.drop();
});

const rows = (sql: string) =>
  withClient(fresh.ownerUrl, async (client) =>
    (await client.query<{ at: string }>(sql)).rows.map((row) => row.at),
  );

test('what is of use no longer goes, and nothing earlier', async () => {
  await rows(`
    INSERT INTO idempotency_key (actor_key, key, command, body_hash, created_at)
      SELECT 'a', d::text, 'c', '', now() - d * interval '1 day' FROM unnest(ARRAY[0, 29, 31]) d`);
  await rows(`
    INSERT INTO form_attempt (id, actor_key, command, path, values, problem, created_at)
      SELECT gen_random_uuid(), 'a', 'c', h::text, '{}', '{}', now() - h * interval '1 hour' FROM unnest(ARRAY[0, 23, 25]) h`);
  await rows(
    `INSERT INTO worker_heartbeat SELECT h::text, now() - h * interval '1 hour' FROM unnest(ARRAY[0, 23, 25]) h`,
  );
  await rows(`
    INSERT INTO review_presence (kind, subject_id, person_id, opened_at, beat_at)
      SELECT 'outcome', gen_random_uuid(), gen_random_uuid(), now() - interval '2 days', now() - h * interval '1 hour' FROM unnest(ARRAY[0, 23, 25]) h`);

  await cleanUp({ database: worker, jobId: 'j' });

  expect(await rows('SELECT key AS at FROM idempotency_key ORDER BY key')).toEqual(['0', '29']);
  expect(await rows('SELECT path AS at FROM form_attempt ORDER BY path')).toEqual(['0', '23']);
  expect(await rows('SELECT id AS at FROM worker_heartbeat ORDER BY id')).toEqual(['0', '23']);
  expect(
    await rows(
      'SELECT round(extract(epoch FROM now() - beat_at) / 3600)::text AS at FROM review_presence ORDER BY beat_at DESC',
    ),
  ).toEqual(['0', '23']);
});

test('who has a case open the worker neither reads nor takes away', async () => {
  await rows(
    `INSERT INTO review_presence VALUES ('outcome', gen_random_uuid(), gen_random_uuid(), now(), now())`,
  );
  expect(
    await worker.$executeRaw`DELETE FROM review_presence WHERE beat_at > now() - interval '1 hour'`,
  ).toBe(0);
  await expect(worker.$queryRaw`SELECT person_id FROM review_presence`).rejects.toThrow(/permission denied/);
});
