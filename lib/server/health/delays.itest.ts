import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { currentDelays, readDelays } from '#lib/server/health/delays.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let world: TestDatabase;
let app: Database;
beforeAll(async () => {
  world = await createTestDatabase();
  app = openDatabase(world.appUrl, 1);
});
afterAll(async () => {
  await app.$disconnect();
  await world.drop();
});

const asOwner = (sql: string) => withClient(world.ownerUrl, (client) => client.query(sql));

test('a worker that is silent, and mail that waits for more than five minutes, are told; nothing else of them', async () => {
  expect(await readDelays(app)).toEqual({ worker: true, mail: false });
  await asOwner(`INSERT INTO worker_heartbeat (id, at) VALUES ('w', now())`);
  expect(await readDelays(app)).toEqual({ worker: false, mail: false });
  await asOwner(`SELECT pgboss.send_job('mail.send', '{}', NULL, NULL)`);
  expect(await readDelays(app)).toEqual({ worker: false, mail: false });
  await asOwner(`UPDATE pgboss.job SET created_on = now() - interval '6 minutes'`);
  expect(await readDelays(app)).toEqual({ worker: false, mail: true });
  await expect(app.$queryRaw`SELECT data FROM pgboss.job`).rejects.toThrow(/permission denied/);
});

test('they are asked for once in ten seconds', async () => {
  expect(await currentDelays(app, 0)).toEqual({ worker: false, mail: true });
  await asOwner(`DELETE FROM worker_heartbeat`);
  expect(await currentDelays(app, 9_999)).toEqual({ worker: false, mail: true });
  expect(await currentDelays(app, 10_000)).toEqual({ worker: true, mail: true });
});
