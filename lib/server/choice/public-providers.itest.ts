import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicProvidersQuery } from '#lib/schemas/choice.ts';
import { listPublicProviders } from '#lib/server/choice/public-providers.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildDeliveryArea, buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

let testDatabase: TestDatabase;
let owner: Database;
let app: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, 2);
  app = openDatabase(testDatabase.appUrl, 2);
  await buildReferenceData(owner);
  await buildDeliveryArea(owner, 'Västerås');
  const given = [
    { name: 'Öppna Dörren', contract: {} },
    { name: 'Älgstigen 100 %', contract: { deliveryAreaId: 'Västerås' } },
    { name: 'Zebran', contract: { openForChoice: false } },
    { name: 'Slut', contract: { to: '2026-05-12' } },
  ];
  for (const { name, contract } of given) {
    const provider = await buildProvider(owner, { name });
    await buildOffice(owner, { provider, contract: await buildContract(owner, { provider, ...contract }) });
  }
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await testDatabase.drop();
});

const namesFor = async (query: Record<string, string>) => {
  const found = await listPublicProviders(app, publicProvidersQuery.parse(query), plainDate('2026-05-12'));
  return found.contracts.map(({ provider }) => provider);
};

test('anybody sees who has a contract, in Swedish order; one that has ended is not there', async () => {
  expect(await namesFor({})).toEqual(['Zebran', 'Älgstigen 100 %', 'Öppna Dörren']);
  const all = await listPublicProviders(app, publicProvidersQuery.parse({}), plainDate('2026-05-12'));
  expect(all).toMatchObject({ areas: ['Blekinge', 'Västerås'], total: 3, page: 1, pages: 1 });
  expect(all.contracts[0]).toMatchObject({ area: 'Blekinge', places: ['Karlskrona'], from: '2020-01-01' });
});

test('one searches by a part of a name or a place, and by area; what looks like a pattern is only text', async () => {
  expect(await namesFor({ q: 'dörr' })).toEqual(['Öppna Dörren']);
  expect(await namesFor({ q: 'karlskrona', area: 'Västerås' })).toEqual(['Älgstigen 100 %']);
  expect(await namesFor({ q: '%' })).toEqual(['Älgstigen 100 %']);
  expect(await namesFor({ q: '_' })).toEqual([]);
  expect(await namesFor({ page: '9' })).toEqual([]);
});
