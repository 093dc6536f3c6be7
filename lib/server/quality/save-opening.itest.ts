import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { saveOpening } from '#lib/server/quality/save-opening.ts';
import { showOpening } from '#lib/server/quality/show-opening.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-03-19T08:00:00Z');
let world: World;
let admin: ProviderActor;

beforeAll(async () => {
  world = await buildWorld();
  admin = await world.staff('providerAdmin');
});
afterAll(() => world.close());

const week = (from: string, to: string) => [1, 2, 3, 4].map((weekday) => ({ weekday, from, to }));

async function find(actor = admin) {
  const shown = await world.read(showOpening, { officeId: world.office.id }, { actor, now });
  return shown.ok ? shown.value.opening : shown.error;
}

async function save(spans: readonly object[], actor = admin, more: { version?: number; key?: string } = {}) {
  const { version } = await world.owner.office.findUniqueOrThrow({ where: { id: world.office.id } });
  const input = { officeId: world.office.id, version: more.version ?? version, spans };
  const at = more.key === undefined ? { actor, now } : { actor, now, key: more.key };
  const result = await world.run(saveOpening, input, at);
  return result.ok ? result.value : result.error.problem;
}

test('the administrator says when an office is open, and participants read it in words', async () => {
  expect(await save([...week('8.30', '16'), { weekday: 5, from: '', to: '' }])).toEqual({
    officeId: world.office.id,
  });
  expect(await find()).toMatchObject({
    words: 'Måndag–torsdag 8.30–16',
    spans: [1, 2, 3, 4].map((weekday) => ({ weekday, from: 510, to: 960 })),
  });
  await save([]);
  expect(await find()).toMatchObject({ words: null, spans: [] });
});

test('each fault is named where it stands', async () => {
  const spans = [
    { weekday: 1, from: '9', to: '12' },
    { weekday: 1, from: '11.30', to: '15' },
    { weekday: 2, from: 'nio', to: '12' },
    { weekday: 3, from: '12', to: '9' },
    { weekday: 4, from: '9', to: '' },
  ];
  expect(await save(spans)).toMatchObject({
    errors: [
      { pointer: '/spans/2/from' },
      { pointer: '/spans/3/to' },
      { pointer: '/spans/4/to' },
      { pointer: '/spans/1/from' },
    ],
  });
});

test('others may not, and who saw an older version is told', async () => {
  expect(await save(week('9', '13'), await world.staff('coach'))).toMatchObject({ status: 403 });
  expect(await save(week('9', '13'), await world.staff('providerAdmin', world.elsewhere))).toMatchObject({
    status: 404,
  });
  const elsewhere = await world.staff('providerAdmin', world.office, [world.otherOffice]);
  expect(await save(week('9', '13'), elsewhere)).toMatchObject({ status: 404 });
  await save(week('9', '13'));
  expect(await save(week('9', '14'), admin, { version: 1 })).toMatchObject({ status: 409 });
});

test('sent twice it is saved once', async () => {
  const { version } = await world.owner.office.findUniqueOrThrow({ where: { id: world.office.id } });
  const [first, second] = [
    await save(week('9', '15'), admin, { version, key: 'once' }),
    await save(week('9', '15'), admin, { version, key: 'once' }),
  ];
  expect(second).toEqual(first);
  expect(await find()).toMatchObject({ version: version + 1 });
});

test('the database lets neither overlapping hours nor another’s office through', async () => {
  const insert = (actor: ProviderActor, from: number, to: number) =>
    inTransaction(
      world.app,
      actor,
      (tx) => tx.$executeRaw`
      INSERT INTO office_opening (office_id, weekday, from_minute, to_minute) VALUES (${world.office.id}::uuid, 7, ${from}::int, ${to}::int)`,
    );
  expect(await insert(admin, 540, 720)).toBe(1);
  await expect(insert(admin, 700, 800)).rejects.toThrow(/office_opening_no_overlap/);
  await expect(insert(await world.staff('coach'), 800, 900)).rejects.toThrow(/row-level security/);
  await expect(insert(await world.staff('providerAdmin', world.elsewhere), 800, 900)).rejects.toThrow(
    /row-level security/,
  );
});
