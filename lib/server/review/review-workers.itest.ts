import { afterAll, beforeAll, expect, it } from 'vitest';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildWaitingReports, runReviewWorkers } from '#lib/server/review/testing/review-workers.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

const WORKERS = 10;
const ROWS = 200;
const SEED = 1;

let test: TestDatabase;
let owner: Database;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  database = openDatabase(test.appUrl, WORKERS);
  await buildReferenceData(owner);
  await buildWaitingReports(owner, ROWS);
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), database.$disconnect()]);
  await test.drop();
});

it(`${WORKERS} reviewers who decide on the same ${ROWS} reports at once lose no decision and double none (seed ${SEED})`, async () => {
  const pick = seeded(SEED);
  const tally = await runReviewWorkers(owner, database, {
    workers: WORKERS,
    pick: (below) => pick(0, below - 1),
  });
  expect(tally).toMatchObject({ decided: ROWS, lost: 0, doubled: 0, others: {} });
  expect(tally.conflicts).toBeGreaterThan(0);
});
