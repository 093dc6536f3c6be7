import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '#lib/server/db/migrate.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test.each(['appUrl', 'workerUrl'] as const)(
  'the role of %s owns nothing and cannot pass row-level security',
  async (url) => {
    const { rows } = await withClient(database[url], (client) =>
      client.query(`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = current_user`),
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  },
);

test('a database that is up to date stays as it is', async () => {
  expect(await applyMigrations(database.ownerUrl)).toEqual([]);
});
