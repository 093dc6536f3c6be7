import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { contractRegisterInput } from '#lib/schemas/admin.ts';
import { contractRegister } from '#lib/server/admin/contract-register.ts';
import { exportContracts } from '#lib/server/admin/export-contracts.ts';
import { agreementsOverview } from '#lib/server/agreement/agreements-overview.ts';
import { publishedAgreement, publishedTerms } from '#lib/server/admin/published-versions.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildDeliveryArea, buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

const now = new Date('2026-05-11T10:00:00+02:00');
let test: TestDatabase;
let owner: Database;
let app: Database;
let agreementAdmin: AuthorityActor;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  app = openDatabase(test.appUrl, 4);
  await buildReferenceData(owner);
  await buildDeliveryArea(owner, 'Skåne');
  agreementAdmin = await buildAuthorityActor(owner, 'agreementAdmin');
  const provider = await buildProvider(owner, { name: 'Ankaret AB' });
  const full = await buildOffice(owner, {
    provider,
    contract: await buildContract(owner, { provider, capacity: 2 }),
  });
  await buildPlacement(owner, { office: full });
  // Somebody nobody here may see holds a place all the same.
  const participant = await buildParticipant(owner, { protected: true });
  await buildPlacement(owner, { office: full, participant });
  await buildContract(owner, { provider, openForChoice: false });
  await buildContract(owner, { provider, to: '2026-05-11' });
  await buildContract(owner, { provider, from: '2026-05-12' });
  const other = await buildProvider(owner, { name: 'Örnen AB' });
  await buildContract(owner, { provider: other, deliveryAreaId: 'Skåne' });
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await test.drop();
});

async function register(filters: Record<string, string> = {}) {
  const result = await ask(contractRegister, contractRegisterInput.parse(filters), {
    database: app,
    actor: agreementAdmin,
    now,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('the register of contracts', () => {
  it('says of each contract how it stands today, by provider in the Swedish order', async () => {
    const { contracts, counts, total, providers } = await register();
    expect(contracts.map(({ providerName, state }) => [providerName, state])).toEqual([
      ['Ankaret AB', 'full'],
      ['Ankaret AB', 'closed'],
      ['Ankaret AB', 'ended'],
      ['Ankaret AB', 'coming'],
      ['Örnen AB', 'open'],
    ]);
    expect({ total, providers }).toEqual({ total: 5, providers: 2 });
    expect(counts).toEqual({ open: 1, full: 1, closed: 1, coming: 1, ended: 1 });
  });

  it('counts every place that is taken', async () => {
    const [full] = (await register({ state: 'full' })).contracts;
    expect(full).toMatchObject({ capacity: 2, placesTaken: 2, participantsNow: 2, places: ['Karlskrona'] });
  });

  it('is narrowed by words, area and state, and says what the other states would give', async () => {
    expect((await register({ q: 'örn' })).total).toBe(1);
    expect((await register({ q: 'karlskr' })).total).toBe(1);
    expect((await register({ area: 'Skåne' })).contracts).toMatchObject([{ providerName: 'Örnen AB' }]);
    const closed = await register({ state: 'closed', area: 'Blekinge' });
    expect(closed).toMatchObject({ total: 1, providers: 1, counts: { open: 0, full: 1, closed: 1 } });
    const [{ kaNumber } = { kaNumber: '' }] = closed.contracts;
    expect((await register({ q: kaNumber })).total).toBe(1);
    expect((await register({ q: '100%' })).total).toBe(0);
  });

  it('gives the same contracts as a file, all of them', async () => {
    const input = contractRegisterInput.parse({ page: '2', state: 'open' });
    const exported = await ask(exportContracts, input, { database: app, actor: agreementAdmin, now });
    expect(exported).toMatchObject({ ok: true, value: { contracts: [{ providerName: 'Örnen AB' }] } });
  });
});

describe('what is published', () => {
  it('can be read: agreement versions and terms, each as a page', async () => {
    const asking = { database: app, actor: agreementAdmin, now };
    expect(await ask(agreementsOverview, {}, asking)).toMatchObject({
      value: {
        agreements: [{ id: 'krom-exempel-1', publishedOn: '2020-01-01' }],
        terms: [{ id: 'terms-example-1', validFrom: '2020-01-01', to: null }],
      },
    });
    expect(await ask(publishedAgreement, { agreementVersionId: 'krom-exempel-1' }, asking)).toMatchObject({
      value: { agreement: { vatPermille: 250, basePay: { rates: [{ orePerDay: { A: 5500 } }] } } },
    });
    expect(await ask(publishedTerms, { termsVersionId: 'terms-example-1' }, asking)).toMatchObject({
      value: { terms: { choiceWorkdays: 5 } },
    });
    for (const missing of [
      await ask(publishedAgreement, { agreementVersionId: 'x' }, asking),
      await ask(publishedTerms, { termsVersionId: 'x' }, asking),
    ]) {
      expect(missing).toMatchObject({ error: { status: 404 } });
    }
  });
});

it('is for the agreements’ administrators alone', async () => {
  const strangers = [
    ...(await Promise.all(
      (['reviewer', 'caseworker', 'payer', 'auditor'] as const).map((role) =>
        buildAuthorityActor(owner, role),
      ),
    )),
    await buildProviderActor(owner, 'providerAdmin', { provider: await buildProvider(owner) }),
  ];
  const everything = contractRegisterInput.parse({});
  for (const actor of strangers) {
    const asking = { database: app, actor, now };
    const registers = [
      await ask(contractRegister, everything, asking),
      await ask(exportContracts, everything, asking),
    ];
    // Who revises reads what is agreed.
    const versions = [
      await ask(agreementsOverview, {}, asking),
      await ask(publishedAgreement, { agreementVersionId: 'krom-exempel-1' }, asking),
      await ask(publishedTerms, { termsVersionId: 'terms-example-1' }, asking),
    ];
    for (const result of actor.role === 'auditor' ? registers : [...registers, ...versions]) {
      expect(result).toMatchObject({ ok: false, error: { status: 403 } });
    }
  }
});
