import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

// What a check of the database means where a column is empty: unknown is not refused.
let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('no check asks for the length of a text that may be missing', async () => {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    SELECT c.conname AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'c' AND NOT a.attnotnull AND c.connamespace = 'public'::regnamespace
      AND pg_get_constraintdef(c.oid) ~ ('btrim\\(' || a.attname || '\\)')
      AND pg_get_constraintdef(c.oid) !~ (a.attname || ' IS NULL')
      AND pg_get_constraintdef(c.oid) !~ ('COALESCE\\((char_)?length\\(btrim\\(' || a.attname)`);
  expect(rows).toEqual([]);
});
