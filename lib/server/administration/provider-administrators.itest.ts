import { afterAll, beforeAll, expect, it } from 'vitest';
import { administratorListInput } from '#lib/schemas/administration.ts';
import {
  listProviderAdministrators,
  showProviderAdministrators,
} from '#lib/server/administration/provider-administrators.ts';
import { requestSignatory } from '#lib/server/administration/signatory-request.ts';
import {
  type AccountsWorld,
  buildAccountsWorld,
  NOW,
} from '#lib/server/administration/testing/accounts-world.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

let world: AccountsWorld;
beforeAll(async () => {
  world = await buildAccountsWorld();
});
afterAll(() => world.close());

it('the authority sees who administers each provider, who lacks anybody, and requests that nobody else can decide', async () => {
  const actor = await buildAuthorityActor(world.owner, 'agreementAdmin');
  await world.give(requestSignatory, { reason: 'Vår intygare har slutat.' }, world.admin);
  const list = async (filter: object) =>
    await world.read(listProviderAdministrators, administratorListInput.parse(filter), { actor, now: NOW });
  expect(await list({})).toMatchObject({
    value: { total: 2, without: 1, requests: [{ personId: world.admin.personId }] },
  });
  expect(await list({ show: 'without' })).toMatchObject({
    value: { total: 1, providers: [{ providerId: world.elsewhere.provider.id, administrators: [] }] },
  });
  await world.staff('providerAdmin');
  expect(await list({ q: world.office.provider.name })).toMatchObject({ value: { requests: [] } });
  const shown = await world.read(
    showProviderAdministrators,
    { providerId: world.admin.providerId },
    { actor, now: NOW },
  );
  expect(shown).toMatchObject({
    value: {
      invitations: [],
      administrators: [{ roles: [{ role: 'providerAdmin', isReached: false }] }, {}],
    },
  });
  expect(
    await world.read(listProviderAdministrators, administratorListInput.parse({}), {
      actor: world.admin,
      now: NOW,
    }),
  ).toMatchObject({
    error: { code: 'forbidden' },
  });
});
