import { afterAll, beforeAll, expect, test } from 'vitest';
import { metresBetween } from '#lib/domain/choice/distance.ts';
import { contractsCsvRows } from '#lib/domain/provider-search/contracts-csv.ts';
import { providerSearchQuery } from '#lib/schemas/provider-search.ts';
import {
  findPublicContract,
  listAllPublicProviders,
  listAreasOnMap,
  listPublicProviders,
  readSearchChoices,
} from '#lib/server/provider-search/list-public-providers.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildDeliveryArea, buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { csvText } from '#lib/shared/csv-text.ts';
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
    const lat = name === 'Zebran' ? 56.9 : 56.16;
    const built = await buildContract(owner, { provider, ...contract });
    const { id } = await buildOffice(owner, { provider, contract: built, lat });
    if (name === 'Öppna Dörren')
      await owner.office.update({ where: { id }, data: { forms: ['onSite', 'phone'] } });
  }
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await testDatabase.drop();
});

const today = plainDate('2026-05-12');
const asked = (query: Record<string, string>) => ({ ...providerSearchQuery.parse(query), near: null });
const namesFor = async (query: Record<string, string>) => {
  const found = await listPublicProviders(app, asked(query), today);
  return found.contracts.map(({ provider }) => provider);
};

test('anybody sees who has a contract, in Swedish order; one that has ended is not there', async () => {
  expect(await namesFor({})).toEqual(['Zebran', 'Älgstigen 100 %', 'Öppna Dörren']);
  const all = await listPublicProviders(app, asked({}), today);
  expect(all).toMatchObject({ total: 3, page: 1, pages: 1 });
  expect(all.contracts[0]).toMatchObject({ area: 'Blekinge', from: '2020-01-01', metres: null });
  expect(all.contracts[0]?.offices).toMatchObject([{ place: 'Karlskrona' }]);
  expect(all.contracts[0]?.rating).toEqual({ kind: 'none', because: 'notMeasured' });
});

test('one searches by a part of a name or a place, and by area; what looks like a pattern is only text', async () => {
  expect(await namesFor({ q: 'dörr' })).toEqual(['Öppna Dörren']);
  expect(await namesFor({ q: 'karlskrona', area: 'Västerås' })).toEqual(['Älgstigen 100 %']);
  expect(await namesFor({ q: '%' })).toEqual(['Älgstigen 100 %']);
  expect(await namesFor({ q: '_' })).toEqual([]);
  expect(await namesFor({ page: '9' })).toEqual([]);
});

test('a page beyond the last is empty, and says how many there are all the same', async () => {
  expect(await listPublicProviders(app, asked({ page: '9' }), today)).toMatchObject({
    contracts: [],
    total: 3,
    pages: 1,
  });
});

test('the nearest comes first from the place that is asked from, in whole metres as everywhere', async () => {
  const near = { lat: 56.16, lon: 15.58 };
  const found = await listAllPublicProviders(app, { ...asked({}), near }, today);
  const metres = found.map((contract) => contract.metres ?? -1);
  expect(found.map(({ provider }) => provider)).toEqual(['Älgstigen 100 %', 'Öppna Dörren', 'Zebran']);
  expect(metres).toEqual(metres.toSorted((a, b) => a - b));
  expect(metres).toEqual(
    found.map(({ offices }) => Math.min(...offices.map((office) => metresBetween(near, office)))),
  );
  const byName = await listAllPublicProviders(app, { ...asked({ order: 'name' }), near }, today);
  expect(byName.map(({ provider }) => provider)).toEqual(['Zebran', 'Älgstigen 100 %', 'Öppna Dörren']);
});

test('one filters by language, way of meeting and premises; what nobody has is nobody', async () => {
  const { areas, languages, accessibility } = await readSearchChoices(app, today);
  expect(areas).toEqual(['Blekinge', 'Västerås']);
  for (const language of languages) expect((await namesFor({ language })).length).toBeGreaterThan(0);
  for (const access of accessibility) expect((await namesFor({ access })).length).toBeGreaterThan(0);
  expect(await namesFor({ language: 'tlh' })).toEqual([]);
  expect(await namesFor({ access: 'nothing' })).toEqual([]);
  expect(await namesFor({ field: 'care' })).toEqual([]);
  expect(await namesFor({ meeting: 'onSite' })).toEqual(['Öppna Dörren']);
  expect(await namesFor({ meeting: 'distance' })).toEqual(['Öppna Dörren']);
});

test('a contract is found by its number while it is in force or to come', async () => {
  const [first] = (await listPublicProviders(app, asked({}), today)).contracts;
  if (first === undefined) throw new Error('there is a contract');
  expect(await findPublicContract(app, first.kaNumber, today)).toEqual(first);
  expect(await findPublicContract(app, '00000000', today)).toBeNull();
  const ended = await owner.contract.findFirstOrThrow({ where: { to: { not: null } } });
  expect(await findPublicContract(app, ended.kaNumber, today)).toBeNull();
  expect(await findPublicContract(app, ended.kaNumber, plainDate('2026-05-11'))).toMatchObject({
    to: '2026-05-12',
  });
});

test('each area is on the map with its contracts and places, ended ones left out', async () => {
  expect(await listAreasOnMap(app, today)).toMatchObject([
    { area: 'Blekinge', contracts: 2, places: ['Karlskrona'] },
    { area: 'Västerås', contracts: 1, places: ['Karlskrona'] },
  ]);
});

test('a file has a row for each of the premises, and what somebody wrote is never a formula', async () => {
  const [contract] = await listAllPublicProviders(app, asked({ q: 'zebran' }), today);
  if (contract === undefined) throw new Error('there is a contract');
  const [head = [], row = []] = contractsCsvRows([contract]);
  expect(row).toHaveLength(head.length);
  expect(row.slice(0, 4)).toEqual([contract.kaNumber, 'Zebran', 'Blekinge', '2020-01-01']);
  expect(csvText(contractsCsvRows([{ ...contract, provider: '=1+1' }]))).toContain(";'=1+1;");
});
