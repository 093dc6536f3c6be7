import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let database: TestDatabase;
let owner: Database;
let app: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase(database.ownerUrl, 2);
  app = openDatabase(database.appUrl, 2);
  await buildReferenceData(owner);
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await database.drop();
});

test('what the builders make is seen by the staff of its office, and by nobody at another', async () => {
  const office = await buildOffice(owner);
  const other = await buildOffice(owner, { provider: office.provider });
  const placement = await buildPlacement(owner, { office, periods: 2 });
  const planId = await buildPlan(owner, { placement });
  const here = await buildProviderActor(owner, 'coach', { provider: office.provider, offices: [office] });
  const there = await buildProviderActor(owner, 'coach', { provider: office.provider, offices: [other] });
  const seenBy = (actor: typeof here): Promise<unknown> =>
    inTransaction(app, actor, (tx) =>
      tx.plan.findMany({ select: { id: true, placement: { select: { id: true, servicePeriods: true } } } }),
    );
  expect(await seenBy(here)).toMatchObject([
    { id: planId, placement: { id: placement.id, servicePeriods: [{ number: 1 }, { number: 2 }] } },
  ]);
  expect(await seenBy(there)).toEqual([]);
});
