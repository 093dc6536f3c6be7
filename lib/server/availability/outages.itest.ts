import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import { beatAsPortal } from '#lib/server/availability/keep-portal-beating.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const sql = async (text: string) => (await withClient(world.ownerUrl, (client) => client.query(text))).rows;
const outages = () =>
  sql(`SELECT extract(epoch FROM "to" - "from")::int / 60 AS minutes FROM outage ORDER BY "from"`);
const silentFor = (minutes: number) =>
  sql(`UPDATE portal_heartbeat SET at = at - interval '${minutes} minutes'`);

beforeEach(() => sql('DELETE FROM outage; DELETE FROM portal_heartbeat'));

test('a portal that starts for the first time tells of no outage, nor one that was silent for less than five minutes', async () => {
  await beatAsPortal(world.app, 'one');
  await silentFor(4);
  await beatAsPortal(world.app, 'one');
  expect(await outages()).toEqual([]);
});

test('the first that comes back after all were silent writes it down, once', async () => {
  await beatAsPortal(world.app, 'one');
  await beatAsPortal(world.app, 'two');
  await silentFor(90);
  await Promise.all(['three', 'two', 'four'].map((id) => beatAsPortal(world.app, id)));
  expect(await outages()).toEqual([{ minutes: 90 }]);
});

test('while one of several lives there is no outage', async () => {
  await beatAsPortal(world.app, 'one');
  await silentFor(60);
  await sql(`INSERT INTO portal_heartbeat VALUES ('two', now() - interval '1 minute')`);
  await beatAsPortal(world.app, 'one');
  expect(await outages()).toEqual([]);
});

test('a month of silence is one outage too: the last sign of life is never forgotten', async () => {
  await beatAsPortal(world.app, 'one');
  await silentFor(30 * 24 * 60);
  await beatAsPortal(world.app, 'new');
  expect(await outages()).toEqual([{ minutes: 30 * 24 * 60 }]);
  expect(await sql('SELECT id FROM portal_heartbeat')).toEqual([{ id: 'new' }]);
});

test('a clock that was set back keeps no portal from telling that it lives, and no time is told of twice', async () => {
  // Told of until an hour from now, by a clock that was an hour ahead.
  await sql(`INSERT INTO outage VALUES (now() - interval '30 minutes', now() + interval '1 hour')`);
  await sql(`INSERT INTO portal_heartbeat VALUES ('one', now() - interval '10 minutes')`);
  await beatAsPortal(world.app, 'one');
  expect(await sql(`SELECT at > now() - interval '1 minute' AS lives FROM portal_heartbeat`)).toEqual([
    { lives: true },
  ]);
  expect(await outages()).toEqual([{ minutes: 90 }]);
  // What of a later silence was told of already is left out of it.
  await sql(`UPDATE outage SET "to" = now() - interval '5 minutes'`);
  await silentFor(20);
  await beatAsPortal(world.app, 'one');
  expect(await outages()).toEqual([{ minutes: 25 }, { minutes: 5 }]);
});

test('a sign of life from a clock that was ahead hides no silence after it', async () => {
  await sql(
    `INSERT INTO portal_heartbeat VALUES ('ahead', now() + interval '1 day'), ('one', now() - interval '90 minutes')`,
  );
  await beatAsPortal(world.app, 'one');
  expect(await outages()).toEqual([{ minutes: 90 }]);
  expect(await sql('SELECT id FROM portal_heartbeat')).toEqual([{ id: 'one' }]);
});

test('neither portals nor workers write outages or signs of life by themselves', async () => {
  for (const statement of [
    `INSERT INTO outage VALUES (now() - interval '1 hour', now())`,
    `DELETE FROM outage`,
    `UPDATE outage SET "to" = now()`,
    `DELETE FROM portal_heartbeat`,
  ]) {
    await expect(world.app.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
  }
});

test('a last day that moved has moved wherever the terms are read', async () => {
  // The terms' day is the 10th; 10 March 2026 is a Tuesday.
  await sql(`INSERT INTO outage VALUES ('2026-03-10T13:10:00Z', '2026-03-10T14:40:00Z')`);
  await buildPlacement(world.owner, { office: world.office });
  const of = month('2026-02');
  const [rules, today] = await world.app.$transaction(async (tx) => [
    (await loadRules(tx)).termsOf(of),
    await termsInForce(tx, plainDate('2026-03-10')),
  ]);
  expect([reportDueOn(of, rules), reportDueOn(of, today)]).toEqual(['2026-03-11', '2026-03-11']);
  const signatory = await world.staff('signatory');
  const shown = await world.read(monthGrid, monthGridInput.parse({ month: of }), {
    actor: signatory,
    now: new Date('2026-03-11T08:00:00Z'),
  });
  expect(shown.ok && shown.value).toMatchObject({ dueOn: '2026-03-11' });
  expect(rules.movedDueDays?.[of]).toMatchObject({
    was: '2026-03-10',
    because: [{ from: '2026-03-10T13:10:00+00:00' }],
  });
});

test('however many reports are held against them, what the outages have moved is found out once', async () => {
  await sql(`INSERT INTO outage VALUES ('2026-03-10T13:10:00Z', '2026-03-10T14:40:00Z')`);
  const { termsOf } = await world.app.$transaction((tx) => loadRules(tx));
  expect(termsOf(month('2026-03'))).toBe(termsOf(month('2026-02')));
});
