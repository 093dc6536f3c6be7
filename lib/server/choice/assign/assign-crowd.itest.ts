import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { buildCrowd } from '#lib/server/choice/assign/testing/crowd.ts';
import { differencesFrom, plainSearch } from '#lib/server/choice/assign/testing/plain-search.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

const NIGHT = new Date('2026-05-20T01:20:00+02:00');
let testDatabase: TestDatabase;
let owner: Database;
let worker: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, 2);
  worker = openDatabase(testDatabase.workerUrl, 2);
  await buildReferenceData(owner);
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  await testDatabase.drop();
});

test('a crowd is placed as a plain haversine search places it, through the database', async () => {
  await buildCrowd(owner, { decisions: 400, areas: 2, contractsPerArea: 10, seed: 7 });
  const found = await plainSearch(owner, '2026-05-20');
  expect(found.ties).toBeGreaterThan(10);
  expect(found.contracts.size + found.without).toBe(400);
  const outcome = await assignByProximity(worker, NIGHT);
  expect(outcome).toMatchObject({ assigned: found.contracts.size, without: found.without });
  expect(await differencesFrom(owner, found)).toBe(0);
  const [full] = await owner.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM contract c WHERE c.capacity < (SELECT count(*) FROM placement l WHERE l.contract_id = c.id)`;
  expect(full?.count).toBe(0);
});
