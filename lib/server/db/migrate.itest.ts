import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { applyMigrations } from '#lib/server/db/migrate.ts';
import { appliedMigrationsQuery, pendingMigrations } from '#lib/server/db/pending-migrations.ts';
import { diffMigrationsAndDatamodel } from '#lib/server/db/migrations-diff.ts';
import { createDatabase, dropDatabase } from '#lib/server/db/postgres-owner.ts';
import { withClient } from '#lib/server/db/with-client.ts';

const { adminUrl, ownerUrl } = inject('testCluster');
const name = `empty_${randomBytes(6).toString('hex')}`;
const url = new URL(ownerUrl);
url.pathname = `/${name}`;

beforeAll(() => createDatabase(adminUrl, name, 'template0'));
afterAll(() => dropDatabase(adminUrl, name));

test('of two starts at once one applies all migrations and the other none', async () => {
  const all = pendingMigrations([]);
  const applied = await Promise.all([applyMigrations(url.href), applyMigrations(url.href)]);
  expect(all.length).toBeGreaterThan(0);
  expect(applied.toSorted((a, b) => a.length - b.length)).toEqual([[], all]);
});

test('afterwards none is pending, and a forgotten one would be', async () => {
  const { rows } = await withClient(url.href, (client) =>
    client.query<{ migration_name: string }>(appliedMigrationsQuery),
  );
  const applied = rows.map((row) => row.migration_name);
  expect(pendingMigrations(applied)).toEqual([]);
  expect(pendingMigrations(applied.slice(1))).toEqual(applied.slice(0, 1));
});

test('the migrations give the database that schema.prisma describes', async () => {
  expect(await diffMigrationsAndDatamodel(url.href)).toBe('');
  await withClient(url.href, (client) =>
    client.query('ALTER TABLE worker_heartbeat ADD COLUMN surprise text'),
  );
  expect(await diffMigrationsAndDatamodel(url.href)).toContain('DROP COLUMN "surprise"');
});
