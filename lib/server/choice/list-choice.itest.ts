import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { ChoosingFor } from '#lib/domain/choice/choice-ground.ts';
import { NO_FILTER } from '#lib/domain/choice/choice-filter.ts';
import { compareOffices } from '#lib/server/choice/compare-offices.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { showOffice } from '#lib/server/choice/show-office.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildDeliveryArea, buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

/** A Tuesday. The built participants live at 56.16, 15.59. */
const now = new Date('2026-05-12T10:00:00+02:00');
let testDatabase: TestDatabase;
let owner: Database;
let app: Database;
let near: BuiltOffice;
let far: BuiltOffice;
let elsewhere: BuiltOffice;

type Contract = Omit<Parameters<typeof buildContract>[1], 'provider'>;

async function office(name: string, lat: number, contract: Contract = {}): Promise<BuiltOffice> {
  const provider = await buildProvider(owner, { name });
  return await buildOffice(owner, {
    provider,
    contract: await buildContract(owner, { provider, ...contract }),
    lat,
  });
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, 2);
  app = openDatabase(testDatabase.appUrl, 2);
  await buildReferenceData(owner);
  await buildDeliveryArea(owner, 'Västerås');
  far = await office('Bortre', 56.2, { capacity: 3 });
  near = await office('Hitre', 56.161);
  elsewhere = await office('Annanstans', 56.16, { deliveryAreaId: 'Västerås' });
  await office('Stängd', 56.16, { openForChoice: false });
  await office('Slut', 56.16, { to: '2026-05-18' });
  const full = await office('Full', 56.16, { capacity: 1 });
  await buildPlacement(owner, { office: full, from: '2026-03-01' });
  // One now and one who begins in June: of three places one is left.
  await buildPlacement(owner, { office: far, from: '2026-03-01' });
  await buildPlacement(owner, { office: far, from: '2026-06-01' });
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await testDatabase.drop();
});

async function waiting(): Promise<PersonActor> {
  const { participant } = await buildUnplacedDecision(owner, { chooseBy: '2026-05-19' });
  return await buildParticipantActor(owner, participant);
}

async function placedAt(at: BuiltOffice): Promise<PersonActor> {
  const participant = await buildParticipant(owner);
  await buildPlacement(owner, { office: at, participant });
  return await buildParticipantActor(owner, participant);
}

const list = (
  actor: PersonActor,
  choosingFor: ChoosingFor,
  change: Partial<typeof NO_FILTER> = {},
  page = 1,
) =>
  ask(listChoice, { filter: { ...NO_FILTER, ...change }, page, choosingFor }, { database: app, actor, now });

async function listed(...given: Parameters<typeof list>) {
  const result = await list(...given);
  if (!result.ok || result.value.list === null) throw new Error('no list');
  return result.value.list;
}

const kindOf = async (actor: PersonActor, choosingFor: ChoosingFor) => {
  const result = await list(actor, choosingFor);
  return result.ok ? [result.value.ground.kind, result.value.list] : result.error.code;
};

const show = async (actor: PersonActor, officeId: string) =>
  await ask(showOffice, { officeId, choosingFor: 'choose' }, { database: app, actor, now });

describe('the list that a participant chooses from', () => {
  test('holds the open offices of the delivery area, the nearest first, with participants now and places left', async () => {
    const { cards, total, open } = await listed(await waiting(), 'choose');
    expect(cards.map(({ name }) => name)).toEqual(['Hitre', 'Bortre']);
    expect([total, open]).toEqual([2, 2]);
    // 0.001° of latitude is 111 m, 0.04° is 4 448 m.
    expect(cards).toMatchObject([
      { officeId: near.id, metres: 111, participantsNow: 0, placesLeft: 100 },
      { officeId: far.id, metres: 4448, participantsNow: 1, placesLeft: 1 },
    ]);
  });

  test('can be narrowed to nobody, and says how many there were', async () => {
    expect(await listed(await waiting(), 'choose', { name: 'zzz' })).toMatchObject({
      cards: [],
      total: 0,
      open: 2,
    });
  });

  test('has pages, and the last one for those who ask beyond it', async () => {
    expect(await listed(await waiting(), 'choose', {}, 7)).toMatchObject({ page: 1, pages: 1, total: 2 });
  });

  test('leaves out one’s own provider when switching', async () => {
    const { cards } = await listed(await placedAt(near), 'switch');
    expect(cards.map(({ name }) => name)).toEqual(['Bortre']);
  });

  test('holds an office too of which the file from the authority says neither forms nor accessibility', async () => {
    await owner.$executeRaw`UPDATE office SET forms = NULL, accessibility = NULL WHERE id = ${near.id}::uuid`;
    const [card] = (await listed(await waiting(), 'choose')).cards;
    expect(card).toMatchObject({ officeId: near.id, forms: [], accessibility: [] });
  });

  test('is not there for who has nothing to choose, or nobody to switch from', async () => {
    const placed = await placedAt(near);
    const undecided = await buildParticipantActor(owner, await buildParticipant(owner));
    expect(await kindOf(placed, 'choose')).toEqual(['nothing', null]);
    expect(await kindOf(await waiting(), 'switch')).toEqual(['nothing', null]);
    expect(await kindOf(undecided, 'choose')).toEqual(['nothing', null]);
  });

  test('is for participants alone, and each look is in the log with its purpose', async () => {
    const actor = await waiting();
    const coach = await buildProviderActor(owner, 'coach', { provider: near.provider });
    expect(await list(coach, 'choose')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await listed(actor, 'choose');
    const log = await owner.auditEntry.findMany({ where: { personId: actor.personId } });
    expect(log).toMatchObject([{ action: 'choice.list', outcome: 'read', purpose: 'Du läste själv' }]);
  });
});

describe('one office', () => {
  test('is shown with the contract’s other premises', async () => {
    const second = await buildOffice(owner, { provider: near.provider, contract: near.contract, lat: 56.5 });
    const actor = await waiting();
    expect(await show(actor, near.id)).toMatchObject({
      value: { office: { officeId: near.id, closedBecause: null }, others: [{ officeId: second.id }] },
    });
    // Two premises, one card: the nearer.
    expect((await listed(actor, 'choose')).cards.map(({ officeId }) => officeId)).toEqual([near.id, far.id]);
  });

  test('that takes nobody more says so, and one elsewhere is not found', async () => {
    const actor = await waiting();
    const full = await owner.office.findFirstOrThrow({ where: { provider: { name: 'Full' } } });
    expect(await show(actor, full.id)).toMatchObject({ value: { office: { closedBecause: 'full' } } });
    for (const id of [elsewhere.id, newId(), 'no-id']) {
      expect(await show(actor, id)).toMatchObject({ ok: false, error: { code: 'notFound' } });
    }
  });
});

test('what is compared stands in the order it was picked, without what cannot be chosen', async () => {
  const actor = await waiting();
  const officeIds = [far.id, elsewhere.id, near.id];
  const result = await ask(
    compareOffices,
    { officeIds, choosingFor: 'choose' },
    { database: app, actor, now },
  );
  expect(result.ok && result.value.offices.map(({ officeId }) => officeId)).toEqual([far.id, near.id]);
});
