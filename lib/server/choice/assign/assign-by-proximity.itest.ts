import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { showReasoning } from '#lib/server/choice/show-reasoning.ts';
import { listWhiteSpots } from '#lib/server/admin/list-white-spots.ts';
import { ask } from '#lib/server/command/query.ts';
import { execute } from '#lib/server/command/execute.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildDeliveryArea, buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { fromUtcDate } from '#lib/shared/plain-date.ts';

/** The night after the last day to choose, Tuesday 19 May 2026. */
const NIGHT = new Date('2026-05-20T01:20:00+02:00');
const OVERDUE = { arrivedOn: '2026-05-11', chooseBy: '2026-05-19' };
let testDatabase: TestDatabase;
let owner: Database;
let app: Database;
let worker: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, 2);
  app = openDatabase(testDatabase.appUrl);
  worker = openDatabase(testDatabase.workerUrl, 4);
  await buildReferenceData(owner);
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  await testDatabase.drop();
});

let areas = 0;

/** An area of its own, so that tests do not fill each other's places. */
async function newArea(): Promise<string> {
  areas += 1;
  return await buildDeliveryArea(owner, `Område ${areas}`);
}

/** An office so many thousandths of a degree (about 111 m) north of the participants' home. */
async function officeIn(
  deliveryAreaId: string,
  thousandths: number,
  contract: Omit<Parameters<typeof buildContract>[1], 'provider' | 'deliveryAreaId'> = {},
): Promise<BuiltOffice> {
  const provider = await buildProvider(owner);
  return await buildOffice(owner, {
    provider,
    contract: await buildContract(owner, { provider, deliveryAreaId, ...contract }),
    lat: 56.16 + thousandths / 1000,
  });
}

const waitingIn = (deliveryAreaId: string, given: Parameters<typeof buildUnplacedDecision>[1] = {}) =>
  buildUnplacedDecision(owner, { deliveryAreaId, ...OVERDUE, ...given });

const placementOf = (decision: BuiltDecision) =>
  owner.placement.findFirst({
    where: { decisionId: decision.id },
    include: { servicePeriods: true, choices: { include: { reasoning: true } } },
  });

describe('who has not chosen in time', () => {
  test('is placed with the nearest that has room, from today on, with everything that it was counted from', async () => {
    const area = await newArea();
    const closed = await officeIn(area, 1, { openForChoice: false });
    const full = await officeIn(area, 2, { capacity: 0 });
    const near = await officeIn(area, 3);
    const far = await officeIn(area, 4);
    const decision = await waitingIn(area);
    const intake = await buildProviderActor(owner, 'intake', { provider: near.provider });
    await buildParticipantActor(owner, decision.participant);
    expect(await assignByProximity(worker, NIGHT)).toMatchObject({ assigned: 1, without: 0 });

    const placement = await placementOf(decision);
    expect(placement).toMatchObject({
      officeId: near.id,
      contractId: near.contract.id,
      providerId: near.provider.id,
      choice: 'proximity',
      level: decision.level,
      end: null,
      coachPersonId: null,
    });
    expect(placement && [fromUtcDate(placement.from), fromUtcDate(placement.to)]).toEqual([
      '2026-05-20',
      '2026-11-14',
    ]);
    expect(placement?.servicePeriods.map(({ from }) => fromUtcDate(from))).toEqual(['2026-05-20']);
    const [choice] = placement?.choices ?? [];
    expect(choice).toMatchObject({ kind: 'proximity', madeByPersonId: null, assisted: false });
    expect(choice?.reasoning?.compared).toMatchObject([
      { officeId: full.id, metres: 222, capacity: 0, placesTaken: 0, provider: full.provider.name },
      { officeId: near.id, metres: 334, seedPlace: 1 },
      { officeId: far.id, metres: 445 },
    ]);
    expect(JSON.stringify(choice?.reasoning?.compared)).not.toContain(closed.id);

    const told = await owner.notification.findMany({ where: { placementId: placement?.id ?? '' } });
    expect(told.map(({ personId, event, path }) => ({ personId, event, path }))).toEqual(
      expect.arrayContaining([
        {
          personId: decision.participant.person.id,
          event: 'providerAssigned',
          path: `/participant/choose/done/${choice?.id}`,
        },
        {
          personId: intake.personId,
          event: 'placementStarted',
          path: `/provider/participants/${placement?.id}`,
        },
      ]),
    );
    expect(told).toHaveLength(2);
    const [entry] = await owner.auditEntry.findMany({
      where: { action: 'choice.assign', subjectId: decision.id },
    });
    expect(entry).toMatchObject({
      actorKey: 'job:choice.assign',
      participantIds: [decision.participant.id],
      detail: { officeId: near.id, metres: 334, from: '2026-05-20' },
    });
  });

  test('and only they: whose last day is today, whoever has chosen, and whose time is over are left alone', async () => {
    const area = await newArea();
    await officeIn(area, 1);
    const today = await waitingIn(area, { chooseBy: '2026-05-20' });
    const over = await waitingIn(area, { from: '2025-10-01' });
    const chosen = await buildPlacement(owner, { office: await officeIn(area, 2) });
    expect(await assignByProximity(worker, NIGHT)).toMatchObject({ assigned: 0 });
    expect(await placementOf(today)).toBe(null);
    expect(await placementOf(over)).toBe(null);
    expect(await owner.placement.count({ where: { participantId: chosen.participant.id } })).toBe(1);
  });

  test('is placed once, whoever runs it and however often', async () => {
    const area = await newArea();
    await officeIn(area, 1);
    const decision = await waitingIn(area);
    const runs = await Promise.all([assignByProximity(worker, NIGHT), assignByProximity(worker, NIGHT)]);
    runs.push(await assignByProximity(worker, NIGHT));
    expect(runs.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(1);
    expect(await owner.placement.count({ where: { decisionId: decision.id } })).toBe(1);
  });

  test('fills places in the order of arrival and reference, and leaves nobody over capacity', async () => {
    const area = await newArea();
    const [small, large] = [await officeIn(area, 1, { capacity: 2 }), await officeIn(area, 2)];
    const third = await waitingIn(area, { arrivedOn: '2026-05-12' });
    const [first, second] = [await waitingIn(area), await waitingIn(area)];
    expect(await assignByProximity(worker, NIGHT)).toMatchObject({ assigned: 3 });
    const offices = (await Promise.all([first, second, third].map(placementOf))).map(
      (placement) => placement?.officeId,
    );
    expect(offices).toEqual([small.id, small.id, large.id]);
  });

  test('and chooses at the very moment is placed once: with whom they chose, or with the nearest', async () => {
    const area = await newArea();
    const [near, far] = [await officeIn(area, 1), await officeIn(area, 2)];
    for (let round = 0; round < 5; round += 1) {
      const decision = await waitingIn(area);
      const actor = await buildParticipantActor(owner, decision.participant);
      const input = { decisionId: decision.id, decisionVersion: 1, officeId: far.id };
      const [choice] = await Promise.all([
        execute(chooseProvider, input, { database: app, actor, now: NIGHT, idempotencyKey: newId() }),
        assignByProximity(worker, NIGHT),
      ]);
      const placements = await owner.placement.findMany({ where: { decisionId: decision.id } });
      expect(placements).toHaveLength(1);
      expect(placements[0]?.officeId).toBe(choice.ok ? far.id : near.id);
      expect(choice.ok ? null : choice.error.problem.code).toBe(choice.ok ? null : 'alreadyChosen');
    }
  });

  test('keeps a protected identity: only those named for them are told', async () => {
    const area = await newArea();
    const office = await officeIn(area, 1);
    await buildProviderActor(owner, 'intake', { provider: office.provider });
    const decision = await waitingIn(area);
    await owner.participant.update({ where: { id: decision.participant.id }, data: { protected: true } });
    await assignByProximity(worker, NIGHT);
    const placement = await placementOf(decision);
    expect(placement).toMatchObject({ officeId: office.id, protected: true });
    expect(
      await owner.notification.count({
        where: { placementId: placement?.id ?? '', organisation: 'provider' },
      }),
    ).toBe(0);
  });
});

describe('a white spot', () => {
  test('is told of once, and ends when somebody can be chosen', async () => {
    const area = await newArea();
    const closed = await officeIn(area, 1, { openForChoice: false });
    const decision = await waitingIn(area, { chooseBy: '2026-05-27' });
    const caseworker = await buildAuthorityActor(owner, 'caseworker');
    expect(await assignByProximity(worker, NIGHT)).toMatchObject({ whiteSpots: 1 });
    expect(await assignByProximity(worker, NIGHT)).toMatchObject({ whiteSpots: 0 });
    const spot = () => owner.whiteSpot.findUnique({ where: { decisionId: decision.id } });
    expect(await spot()).toMatchObject({ kind: 'nobody', municipalityId: 'Blekinges kommun', endedOn: null });
    const told = await owner.notification.findMany({
      where: { personId: caseworker.personId, event: 'whiteSpotFound' },
    });
    expect(told).toHaveLength(1);

    await buildParticipantActor(owner, decision.participant);
    await owner.contract.update({ where: { id: closed.contract.id }, data: { openForChoice: true } });
    await assignByProximity(worker, NIGHT);
    expect((await spot())?.endedOn).not.toBe(null);
    const opened = await owner.notification.findMany({ where: { personId: decision.participant.person.id } });
    expect(opened).toMatchObject([{ event: 'choiceOpened', path: '/participant/choose' }]);
  });

  test('is also where everybody lives too far away, though the nearest is given to who does not choose', async () => {
    const area = await newArea();
    const far = await officeIn(area, 600);
    const [early, late] = [await waitingIn(area, { chooseBy: '2026-05-27' }), await waitingIn(area)];
    expect(await assignByProximity(worker, NIGHT)).toMatchObject({ assigned: 1, whiteSpots: 1 });
    expect(await owner.whiteSpot.findUnique({ where: { decisionId: early.id } })).toMatchObject({
      kind: 'far',
    });
    expect(await placementOf(late)).toMatchObject({ officeId: far.id });
  });
});

describe('what the authority sees', () => {
  test('is the calculation, by caseworkers and auditors; and white spots by municipality', async () => {
    const area = await newArea();
    const far = await officeIn(area, 600);
    const [placed, waits] = [await waitingIn(area), await waitingIn(area, { chooseBy: '2026-05-27' })];
    await assignByProximity(worker, NIGHT);
    const choiceId = (await placementOf(placed))?.choices[0]?.id ?? '';
    for (const role of ['caseworker', 'auditor'] as const) {
      const actor = await buildAuthorityActor(owner, role);
      const shown = await ask(showReasoning, { choiceId }, { database: app, actor, now: NIGHT });
      expect(shown).toMatchObject({
        value: { reasoning: { officeId: far.id, home: { lat: 56.16, lon: 15.59 } } },
      });
    }
    const reviewer = await buildAuthorityActor(owner, 'reviewer');
    const refused = await ask(showReasoning, { choiceId }, { database: app, actor: reviewer, now: NIGHT });
    expect(refused.ok).toBe(false);

    const caseworker = await buildAuthorityActor(owner, 'caseworker');
    const list = await ask(
      listWhiteSpots,
      { area, page: 1 },
      { database: app, actor: caseworker, now: NIGHT },
    );
    expect(list).toMatchObject({
      value: {
        total: 1,
        municipalities: expect.arrayContaining([
          { municipality: 'Blekinges kommun', deliveryArea: area, nobody: 0, far: 1 },
        ]),
        participants: [{ decisionId: waits.id, kind: 'far', foundOn: '2026-05-20' }],
      },
    });
  });
});

describe('the database', () => {
  test('lets no person say that proximity chose, and lets reasons be changed by nobody', async () => {
    const area = await newArea();
    const office = await officeIn(area, 1);
    const decision = await waitingIn(area);
    const actor = await buildParticipantActor(owner, decision.participant);
    const forged = inTransaction(
      app,
      actor,
      (tx) =>
        tx.$executeRaw`INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level,
          agreement_version_id, choice, "from", "to")
        VALUES (${newId()}::uuid, ${decision.participant.id}::uuid, ${decision.id}::uuid, ${office.provider.id}::uuid,
          ${office.contract.id}::uuid, ${office.id}::uuid, 'B', 'krom-exempel-1', 'proximity', '2026-05-20', '2026-11-14')`,
    );
    await expect(forged).rejects.toThrow('row-level security');
    await assignByProximity(worker, NIGHT);
    await expect(owner.$executeRaw`UPDATE choice_reasoning SET seed = 'another'`).rejects.toThrow();
    await expect(
      inTransaction(
        app,
        actor,
        (tx) => tx.$executeRaw`INSERT INTO choice_reasoning (choice_id) VALUES (${newId()}::uuid)`,
      ),
    ).rejects.toThrow('permission denied');
  });

  test('shows reasons to whom they are about and to the authority, to no other participant and no provider', async () => {
    const area = await newArea();
    const office = await officeIn(area, 1);
    const decision = await waitingIn(area);
    await assignByProximity(worker, NIGHT);
    const placement = await placementOf(decision);
    const choiceId = placement?.choices[0]?.id ?? '';
    const seenBy = async (actor: Parameters<typeof inTransaction>[1]): Promise<number> =>
      await inTransaction(app, actor, (tx) => tx.choiceReasoning.count({ where: { choiceId } }));
    expect(await seenBy(await buildParticipantActor(owner, decision.participant))).toBe(1);
    expect(await seenBy(await buildAuthorityActor(owner, 'auditor'))).toBe(1);
    expect(await seenBy(await buildParticipantActor(owner, await buildParticipant(owner)))).toBe(0);
    expect(await seenBy(await buildProviderActor(owner, 'intake', { provider: office.provider }))).toBe(0);
  });

  test('lets the job place who waits, and move nobody', async () => {
    const placed = await buildPlacement(owner, { office: await buildOffice(owner) });
    const job = { kind: 'job', name: 'choice.assign' } as const;
    const moved = await inTransaction(
      worker,
      job,
      (tx) =>
        tx.$executeRaw`UPDATE service_period SET placement_id = NULL WHERE placement_id = ${placed.id}::uuid`,
    );
    expect(moved).toBe(0);
    await expect(
      inTransaction(
        worker,
        job,
        (tx) => tx.$executeRaw`UPDATE placement SET "end" = "from" WHERE id = ${placed.id}::uuid`,
      ),
    ).rejects.toThrow('permission denied');
  });
});
