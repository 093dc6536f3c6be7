import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { showChoiceReceipt } from '#lib/server/choice/show-choice-receipt.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildDeliveryArea, buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { fromUtcDate } from '#lib/shared/plain-date.ts';

/** A Tuesday; the built decisions begin on Monday 18 May. */
const now = new Date('2026-05-12T10:00:00+02:00');
let testDatabase: TestDatabase;
let owner: Database;
let app: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, 2);
  app = openDatabase(testDatabase.appUrl);
  await buildReferenceData(owner);
  await buildDeliveryArea(owner, 'Västerås');
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await testDatabase.drop();
});

type Waiting = { readonly decision: BuiltDecision; readonly actor: PersonActor };

async function waitingParticipant(from?: string): Promise<Waiting> {
  const decision = await buildUnplacedDecision(owner, from === undefined ? {} : { from });
  return { decision, actor: await buildParticipantActor(owner, decision.participant) };
}

const officeWith = async (
  contract: Omit<Parameters<typeof buildContract>[1], 'provider'>,
): Promise<BuiltOffice> => {
  const provider = await buildProvider(owner);
  return await buildOffice(owner, {
    provider,
    contract: await buildContract(owner, { provider, ...contract }),
  });
};

type Change = {
  readonly decisionVersion?: number;
  readonly key?: string;
  readonly at?: Date;
  readonly actor?: PersonActor;
};
const choose = ({ decision, actor }: Waiting, office: { readonly id: string }, change: Change = {}) =>
  execute(
    chooseProvider,
    { decisionId: decision.id, decisionVersion: change.decisionVersion ?? 1, officeId: office.id },
    {
      database: app,
      actor: change.actor ?? actor,
      now: change.at ?? now,
      idempotencyKey: change.key ?? newId(),
    },
  );
const codeOf = (result: Awaited<ReturnType<typeof choose>>): string | null =>
  result.ok ? null : result.error.problem.code;
const placementsOf = (decision: BuiltDecision) =>
  owner.placement.findMany({
    where: { decisionId: decision.id },
    include: { servicePeriods: true, choices: true },
  });

describe('a participant chooses', () => {
  test('and gets a placement for the waiting period, a choice, a receipt, and an entry in the log', async () => {
    const office = await buildOffice(owner);
    const waiting = await waitingParticipant();
    const chosen = await choose(waiting, office);
    if (!chosen.ok) throw new Error(chosen.error.problem.code);
    const [placement] = await placementsOf(waiting.decision);
    expect(placement).toMatchObject({
      id: chosen.value.placementId,
      officeId: office.id,
      contractId: office.contract.id,
      providerId: office.provider.id,
      level: 'B',
      choice: 'active',
      coachPersonId: null,
      end: null,
      servicePeriods: [{ number: 1 }],
      choices: [{ kind: 'active', assisted: false, madeByPersonId: waiting.actor.personId }],
    });
    expect([placement?.from, placement?.to].map((date) => date && fromUtcDate(date))).toEqual([
      '2026-05-18',
      '2026-11-14',
    ]);
    const receipt = await ask(
      showChoiceReceipt,
      { choiceId: chosen.value.choiceId },
      { database: app, actor: waiting.actor, now },
    );
    expect(receipt).toMatchObject({
      ok: true,
      value: { provider: office.provider.name, from: '2026-05-18', madeAt: now },
    });
    const log = await owner.auditEntry.findMany({
      where: { participantIds: { has: waiting.decision.participant.id } },
    });
    expect(log.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['choice.choose', 'done'],
      ['choice.showReceipt', 'read'],
    ]);
  });

  test('after the last day to choose, and then begins today', async () => {
    const waiting = await waitingParticipant('2026-04-01');
    expect(codeOf(await choose(waiting, await buildOffice(owner)))).toBe(null);
    const [placement] = await placementsOf(waiting.decision);
    // 1 April + 180 days = 28 September: the end stays where the decision put it.
    const dates = [placement?.from, placement?.servicePeriods[0]?.from, placement?.to];
    expect(dates.map((date) => date && fromUtcDate(date))).toEqual([
      '2026-05-12',
      '2026-05-12',
      '2026-09-28',
    ]);
  });

  test('with a protected identity too, and the placement is protected', async () => {
    const participant = await buildParticipant(owner, { protected: true });
    const decision = await buildUnplacedDecision(owner, { participant });
    const actor = await buildParticipantActor(owner, participant);
    expect(codeOf(await choose({ decision, actor }, await buildOffice(owner)))).toBe(null);
    expect(await placementsOf(decision)).toMatchObject([{ protected: true }]);
  });
});

describe('a choice is refused', () => {
  test('to everybody but the participant, whose decision nobody else finds', async () => {
    const office = await buildOffice(owner);
    const waiting = await waitingParticipant();
    const other = await waitingParticipant();
    const coach = await buildProviderActor(owner, 'coach', { provider: office.provider });
    expect(codeOf(await choose(waiting, office, { actor: other.actor }))).toBe('notFound');
    expect(codeOf(await choose(waiting, office, { actor: coach }))).toBe('forbidden');
    expect(await placementsOf(waiting.decision)).toEqual([]);
  });

  test('when the decision has changed since it was shown', async () => {
    const waiting = await waitingParticipant();
    expect(codeOf(await choose(waiting, await buildOffice(owner), { decisionVersion: 2 }))).toBe('conflict');
  });

  test('a second time, in another tab; the same form sent twice gets the same answer', async () => {
    const [office, other] = [await buildOffice(owner), await buildOffice(owner)];
    const waiting = await waitingParticipant();
    const key = newId();
    const [first, double] = await Promise.all([
      choose(waiting, office, { key }),
      choose(waiting, office, { key }),
    ]);
    expect(double).toEqual(first);
    expect(codeOf(await choose(waiting, other))).toBe('alreadyChosen');
    expect(codeOf(await choose(waiting, other, { key }))).toBe('idempotencyKeyReused');
    expect(await placementsOf(waiting.decision)).toHaveLength(1);
  });

  test('for a contract that is closed, not in force, elsewhere, or for an office that is not there', async () => {
    const waiting = await waitingParticipant();
    expect(codeOf(await choose(waiting, await officeWith({ openForChoice: false })))).toBe('closed');
    expect(codeOf(await choose(waiting, await officeWith({ to: '2026-05-18' })))).toBe('closed');
    expect(codeOf(await choose(waiting, await officeWith({ deliveryAreaId: 'Västerås' })))).toBe('otherArea');
    expect(codeOf(await choose(waiting, { id: newId() }))).toBe('notFound');
    expect(await placementsOf(waiting.decision)).toEqual([]);
  });

  test('when nothing is left of the decided time', async () => {
    const waiting = await waitingParticipant();
    const late = new Date('2026-11-14T00:00:01+01:00');
    expect(codeOf(await choose(waiting, await buildOffice(owner), { at: late }))).toBe('serviceOver');
  });
});

describe('a contract with three places', () => {
  test('takes three of twenty who choose it at once, and the others are told that it is full', async () => {
    const office = await officeWith({ capacity: 3 });
    const waiting: Waiting[] = [];
    // Begins on different days: a place held later is held all the same.
    for (let n = 0; n < 20; n += 1)
      waiting.push(await waitingParticipant(n % 2 === 0 ? '2026-05-18' : '2026-06-18'));
    const codes = (await Promise.all(waiting.map((one) => choose(one, office)))).map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(3);
    expect(codes.filter((code) => code === 'full')).toHaveLength(17);
    expect(await owner.placement.count({ where: { contractId: office.contract.id } })).toBe(3);
    expect(await owner.choice.count({ where: { placement: { contractId: office.contract.id } } })).toBe(3);
  });
});
