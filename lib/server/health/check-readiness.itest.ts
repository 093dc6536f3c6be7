import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { checkReadiness } from '#lib/server/health/check-readiness.ts';
import { keepBeating } from '#lib/server/jobs/heartbeat.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let fresh: TestDatabase;
let app: Database;
beforeAll(async () => {
  fresh = await createTestDatabase();
  app = openDatabase(fresh.appUrl, 1);
});
afterAll(async () => {
  await app.$disconnect();
  await fresh.drop();
});

const asOwner = (sql: string) => withClient(fresh.ownerUrl, (client) => client.query(sql));

test('without a worker the portal is not ready', async () => {
  expect(await checkReadiness(app)).toEqual({
    ready: false,
    parts: { database: 'ok', migrations: 'ok', worker: 'failing' },
  });
});

test('with a worker it is, until the worker goes', async () => {
  const worker = openDatabase(fresh.workerUrl, 1);
  const stop = new AbortController();
  const beating = keepBeating(worker, 'w1', stop.signal, (error) => {
    throw error;
  });
  await expect.poll(() => checkReadiness(app)).toMatchObject({ ready: true });
  stop.abort();
  await beating;
  await worker.$disconnect();
  expect(await checkReadiness(app)).toMatchObject({ ready: false, parts: { worker: 'failing' } });
});

test('a worker that has been silent for twenty seconds counts as gone', async () => {
  await asOwner(`INSERT INTO worker_heartbeat (id, at) VALUES ('old', now() - interval '21 seconds')`);
  expect(await checkReadiness(app)).toMatchObject({ parts: { worker: 'failing' } });
  await asOwner(`UPDATE worker_heartbeat SET at = now() - interval '15 seconds'`);
  expect(await checkReadiness(app)).toMatchObject({ ready: true });
});

test('a migration that is missing, or half done, is named', async () => {
  await asOwner(
    `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
  );
  expect(await checkReadiness(app)).toEqual({
    ready: false,
    parts: { database: 'ok', migrations: 'failing', worker: 'ok' },
  });
});

test('without the database nothing is', async () => {
  const nowhere = openDatabase('postgresql://portal_app:x@127.0.0.1:9/portal', 1);
  expect(await checkReadiness(nowhere)).toEqual({
    ready: false,
    parts: { database: 'failing', migrations: 'failing', worker: 'failing' },
  });
  await nowhere.$disconnect();
});
