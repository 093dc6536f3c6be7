import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { checkUnchecked } from '#lib/server/document/check-unchecked.ts';
import { buildLoadedDocument } from '#lib/server/document/testing/loaded-document.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const NIGHT = new Date('2026-04-01T01:00:00Z');
const NEXT_NIGHT = new Date('2026-04-02T01:00:00Z');
const TEXT =
  'Han kom inte till tre bokade möten i rad och gick inte att nå på telefon trots flera försök under veckan';
const OTHER =
  'Vi hade bokat en praktikplats på en förskola, men hon ville hellre läsa klart kursen i svenska först';
let world: World;
let worker: Database;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 1);
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

const loaded = async (text: string) =>
  await buildLoadedDocument(
    world.owner,
    (await buildPlacement(world.owner, { office: world.office })).id,
    text,
  );
const found = async () =>
  new Map(
    (await world.owner.documentFinding.findMany()).map(({ documentId, foundAt }) => [
      documentId,
      foundAt?.toISOString(),
    ]),
  );

test('what a load has written is checked the same night, some at a time, and never twice', async () => {
  const [first, copy, own] = [await loaded(TEXT), await loaded(`${TEXT} hos oss`), await loaded(OTHER)];
  // The prints of all, and the first of them: it is held against what came with it, too.
  expect(await checkUnchecked(worker, NIGHT, 1)).toEqual({ printed: 1, checked: 1 });
  expect(await found()).toEqual(new Map());
  expect(await checkUnchecked(worker, NIGHT)).toEqual({ printed: 2, checked: 2 });
  expect(await found()).toEqual(new Map([[copy, NIGHT.toISOString()]]));
  expect(await checkUnchecked(worker, NEXT_NIGHT)).toEqual({ printed: 0, checked: 0 });
  expect([first, own].some((id) => id === copy)).toBe(false);

  const [one, other] = [await loaded(OTHER.toUpperCase()), await loaded(`${TEXT} i mars`)];
  expect(await checkUnchecked(worker, NEXT_NIGHT)).toEqual({ printed: 2, checked: 2 });
  expect([...(await found()).keys()].toSorted()).toEqual([copy, one, other].toSorted());
});
