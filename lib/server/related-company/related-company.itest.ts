import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import { doersOf, everyRole, type Named } from '#lib/server/document/testing/doers.ts';
import { newId } from '#lib/server/ids.ts';
import { endRelatedCompany } from '#lib/server/related-company/end-related-company.ts';
import { listRelatedCompanies } from '#lib/server/related-company/list-related-companies.ts';
import { registerRelatedCompany } from '#lib/server/related-company/register-related-company.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// Companies that a provider's outcomes are held against: kept by those who are responsible for the service.
let world: World;
let actors: Named;
let admin: AuthorityActor;
const now = new Date('2026-04-20T08:00:00Z');
const COMPANY = {
  orgNo: '559000-0005',
  companyName: 'Systerbolaget AB',
  source: 'Årsredovisning 2025',
  from: '2025-01-01',
};

beforeAll(async () => {
  world = await buildWorld();
  actors = await everyRole(world);
  admin = await buildAuthorityActor(world.owner, 'agreementAdmin');
});
afterAll(() => world.close());
const register = (actor: Actor = admin, change: object = {}) =>
  world.run(
    registerRelatedCompany,
    { providerId: world.office.provider.id, ...COMPANY, ...change },
    { actor, now },
  );

test('is registered once, ended once, and can be related again', async () => {
  const first = await register();
  if (!first.ok) throw new Error(JSON.stringify(first.error));
  expect(await register()).toMatchObject({ error: { problem: { code: 'relatedAlready' } } });
  const { companyId } = first.value;
  const end = (to: string) => world.run(endRelatedCompany, { companyId, to }, { actor: admin, now });
  expect(await end('2024-12-31')).toMatchObject({ error: { problem: { errors: [{ pointer: '/to' }] } } });
  expect((await end('2026-01-01')).ok).toBe(true);
  expect(await end('2026-02-01')).toMatchObject({ error: { problem: { code: 'alreadyEnded' } } });
  expect((await register(admin, { from: '2026-03-01' })).ok).toBe(true);
  const listed = await world.read(
    listRelatedCompanies,
    { providerId: world.office.provider.id },
    { actor: admin, now },
  );
  expect(listed.ok && listed.value.map(({ from, to }) => [from, to])).toEqual([
    ['2026-03-01', null],
    ['2025-01-01', '2026-01-01'],
  ]);
});

test('is registered by those who are responsible for the service alone, in SQL too, in the own name', async () => {
  for (const [name, actor] of actors)
    expect([name, (await register(actor, { orgNo: '556016-0680' })).ok]).toEqual([
      name,
      name === 'agreementAdmin',
    ]);
  const insert = (
    by: string,
  ) => `INSERT INTO related_company (id, provider_id, org_no, name, source, "from", registered_by_person_id, registered_at)
    VALUES ('${newId()}', '${world.elsewhere.provider.id}', '5590000005', 'S', 'T', '2025-01-01', ${by}, now())`;
  expect(await doersOf(world, actors, [insert('app.person_id()')])).toEqual(['agreementAdmin']);
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const by of [`'${newId()}'`, 'NULL']) expect(await doersOf(world, actors, [insert(by)])).toEqual([]);
  const change = (set: string) =>
    `UPDATE related_company SET ${set} WHERE provider_id = '${world.office.provider.id}' AND "to" IS NULL`;
  expect(await doersOf(world, actors, [change(`name = 'Annat AB'`)])).toEqual([]);
  expect(
    await doersOf(world, actors, [
      change(`"to" = '2026-04-01', ended_at = now(), ended_by_person_id = app.person_id()`),
    ]),
  ).toEqual(['agreementAdmin']);
  expect(await doersOf(world, actors, [change(`"to" = '2026-04-01', ended_at = now()`)])).toEqual([]);
  expect(await doersOf(world, actors, [`DELETE FROM related_company`])).toEqual([]);
});
