import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assigning, NIGHT, openAssigning } from '#lib/server/choice/assign/testing/assigning.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { execute } from '#lib/server/command/execute.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { fromUtcDate } from '#lib/shared/plain-date.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let on: Assigning;
beforeAll(async () => {
  on = await openAssigning();
});
afterAll(() => on.close());

describe('who has not chosen in time', () => {
  test('is placed with the nearest that has room, from today on, with everything that it was counted from', async () => {
    const area = await on.newArea();
    const closed = await on.officeIn(area, 1, { openForChoice: false });
    const full = await on.officeIn(area, 2, { capacity: 0 });
    const near = await on.officeIn(area, 3);
    const far = await on.officeIn(area, 4);
    const decision = await on.waitingIn(area);
    const intake = await buildProviderActor(on.owner, 'intake', { provider: near.provider });
    await buildParticipantActor(on.owner, decision.participant);
    expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ assigned: 1, without: 0 });

    const placement = await on.placementOf(decision);
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

    const told = await on.owner.notification.findMany({ where: { placementId: placement?.id ?? '' } });
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
    const [entry] = await on.owner.auditEntry.findMany({
      where: { action: 'choice.assign', subjectId: decision.id },
    });
    expect(entry).toMatchObject({
      actorKey: 'job:choice.assign',
      participantIds: [decision.participant.id],
      detail: { officeId: near.id, metres: 334, from: '2026-05-20' },
    });
  });

  test('and only they: whose last day is today, whoever has chosen, and whose time is over are left alone', async () => {
    const area = await on.newArea();
    await on.officeIn(area, 1);
    const today = await on.waitingIn(area, { chooseBy: '2026-05-20' });
    const over = await on.waitingIn(area, { from: '2025-10-01' });
    const chosen = await buildPlacement(on.owner, { office: await on.officeIn(area, 2) });
    expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ assigned: 0 });
    expect(await on.placementOf(today)).toBe(null);
    expect(await on.placementOf(over)).toBe(null);
    expect(await on.owner.placement.count({ where: { participantId: chosen.participant.id } })).toBe(1);
  });

  test('is placed once, whoever runs it and however often', async () => {
    const area = await on.newArea();
    await on.officeIn(area, 1);
    const decision = await on.waitingIn(area);
    const runs = await Promise.all([
      assignByProximity(on.worker, NIGHT),
      assignByProximity(on.worker, NIGHT),
    ]);
    runs.push(await assignByProximity(on.worker, NIGHT));
    expect(runs.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(1);
    expect(await on.owner.placement.count({ where: { decisionId: decision.id } })).toBe(1);
  });

  test('fills places in the order of arrival and reference, and leaves nobody over capacity', async () => {
    const area = await on.newArea();
    const [small, large] = [await on.officeIn(area, 1, { capacity: 2 }), await on.officeIn(area, 2)];
    const third = await on.waitingIn(area, { arrivedOn: '2026-05-12' });
    const [first, second] = [await on.waitingIn(area), await on.waitingIn(area)];
    expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ assigned: 3 });
    const offices = (await Promise.all([first, second, third].map(on.placementOf))).map(
      (placement) => placement?.officeId,
    );
    expect(offices).toEqual([small.id, small.id, large.id]);
  });

  test('and chooses at the very moment is placed once: with whom they chose, or with the nearest', async () => {
    const area = await on.newArea();
    const [near, far] = [await on.officeIn(area, 1), await on.officeIn(area, 2)];
    for (let round = 0; round < 5; round += 1) {
      const decision = await on.waitingIn(area);
      const actor = await buildParticipantActor(on.owner, decision.participant);
      const input = { decisionId: decision.id, decisionVersion: 1, officeId: far.id };
      const [choice] = await Promise.all([
        execute(chooseProvider, input, { database: on.app, actor, now: NIGHT, idempotencyKey: newId() }),
        assignByProximity(on.worker, NIGHT),
      ]);
      const placements = await on.owner.placement.findMany({ where: { decisionId: decision.id } });
      expect(placements).toHaveLength(1);
      expect(placements[0]?.officeId).toBe(choice.ok ? far.id : near.id);
      expect(choice.ok ? null : choice.error.problem.code).toBe(choice.ok ? null : 'alreadyChosen');
    }
  });

  test('keeps a protected identity: only those named for them are told', async () => {
    const area = await on.newArea();
    const office = await on.officeIn(area, 1);
    await buildProviderActor(on.owner, 'intake', { provider: office.provider });
    const decision = await on.waitingIn(area);
    await on.owner.participant.update({ where: { id: decision.participant.id }, data: { protected: true } });
    await assignByProximity(on.worker, NIGHT);
    const placement = await on.placementOf(decision);
    expect(placement).toMatchObject({ officeId: office.id, protected: true });
    expect(
      await on.owner.notification.count({
        where: { placementId: placement?.id ?? '', organisation: 'provider' },
      }),
    ).toBe(0);
    // Nothing that would tell where they live is written down, in the reasons or in the log.
    expect(placement?.choices).toMatchObject([{ kind: 'proximity', reasoning: null }]);
    const [entry] = await on.owner.auditEntry.findMany({
      where: { action: 'choice.assign', subjectId: decision.id },
    });
    expect(Object.keys(entry?.detail ?? {}).toSorted()).toEqual(['choiceId', 'from', 'placementId', 'to']);
    const kept = on.owner
      .$executeRaw`INSERT INTO choice_reasoning (choice_id, arrived_on, reference, start_on, home_lat, home_lon, seed, office_id, compared)
      SELECT c.id, '2026-05-11', '123456789', '2026-05-20', 56.1, 15.5, 's', ${office.id}::uuid, '[{}]' FROM choice c WHERE c.decision_id = ${decision.id}::uuid`;
    await expect(kept).rejects.toThrow('not kept of a protected identity');
  });
});

describe('a white spot', () => {
  test('is told of once, and ends when somebody can be chosen', async () => {
    const area = await on.newArea();
    const closed = await on.officeIn(area, 1, { openForChoice: false });
    const decision = await on.waitingIn(area, { chooseBy: '2026-05-27' });
    const caseworker = await buildAuthorityActor(on.owner, 'caseworker');
    expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ whiteSpots: 1 });
    expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ whiteSpots: 0 });
    const spot = () => on.owner.whiteSpot.findUnique({ where: { decisionId: decision.id } });
    expect(await spot()).toMatchObject({ kind: 'nobody', municipalityId: 'Blekinges kommun', endedOn: null });
    const told = await on.owner.notification.findMany({
      where: { personId: caseworker.personId, event: 'whiteSpotFound' },
    });
    expect(told).toHaveLength(1);

    await buildParticipantActor(on.owner, decision.participant);
    await on.owner.contract.update({ where: { id: closed.contract.id }, data: { openForChoice: true } });
    await assignByProximity(on.worker, NIGHT);
    expect((await spot())?.endedOn).not.toBe(null);
    const opened = await on.owner.notification.findMany({
      where: { personId: decision.participant.person.id },
    });
    expect(opened).toMatchObject([{ event: 'choiceOpened', path: '/participant/choose' }]);
  });

  test('of a protected identity is told to those who are named for them, and to nobody else', async () => {
    const area = await on.newArea();
    await on.officeIn(area, 1, { openForChoice: false });
    const { id, participant } = await on.waitingIn(area, { chooseBy: '2026-05-27' });
    await on.owner.participant.update({ where: { id: participant.id }, data: { protected: true } });
    await buildAuthorityActor(on.owner, 'caseworker');
    const named = await buildAuthorityActor(on.owner, 'reviewer');
    await on.owner.protectedAccess.create({
      data: { personId: named.personId, participantId: participant.id },
    });
    await assignByProximity(on.worker, NIGHT);
    const told = await on.owner.notification.findMany({
      where: {
        event: 'whiteSpotFound',
        OR: [{ subjectId: id }, { path: { contains: encodeURIComponent(area) } }],
      },
    });
    // Caseworkers' pages are not a reviewer's: they are led to the one that they can open.
    expect(told.map(({ personId, path }) => [personId, path])).toEqual([
      [named.personId, `/protected/${participant.id}`],
    ]);
  });

  test('ends when the last who waited in an area has chosen', async () => {
    const area = await on.newArea();
    const far = await on.officeIn(area, 600);
    const decision = await on.waitingIn(area, { chooseBy: '2026-05-27' });
    expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ whiteSpots: 1 });
    const actor = await buildParticipantActor(on.owner, decision.participant);
    const input = { decisionId: decision.id, decisionVersion: 1, officeId: far.id };
    const chosen = await execute(chooseProvider, input, {
      database: on.app,
      actor,
      now: NIGHT,
      idempotencyKey: newId(),
    });
    expect(chosen.ok).toBe(true);
    await assignByProximity(on.worker, NIGHT);
    const spot = await on.owner.whiteSpot.findUnique({ where: { decisionId: decision.id } });
    expect(spot?.endedOn).not.toBe(null);
  });

  test('where somebody far away can be chosen at last is told of too', async () => {
    const area = await on.newArea();
    const far = await on.officeIn(area, 600, { openForChoice: false });
    const decision = await on.waitingIn(area, { chooseBy: '2026-05-27' });
    await buildParticipantActor(on.owner, decision.participant);
    await assignByProximity(on.worker, NIGHT);
    const told = () =>
      on.owner.notification.count({
        where: { personId: decision.participant.person.id, event: 'choiceOpened' },
      });
    expect(await told()).toBe(0);
    await on.owner.contract.update({ where: { id: far.contract.id }, data: { openForChoice: true } });
    await assignByProximity(on.worker, NIGHT);
    expect(await told()).toBe(1);
    const spot = await on.owner.whiteSpot.findUnique({ where: { decisionId: decision.id } });
    expect(spot).toMatchObject({ kind: 'far', endedOn: null });
  });

  test('is also where everybody lives too far away, though the nearest is given to who does not choose', async () => {
    const area = await on.newArea();
    const far = await on.officeIn(area, 600);
    const [early, late] = [await on.waitingIn(area, { chooseBy: '2026-05-27' }), await on.waitingIn(area)];
    expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ assigned: 1, whiteSpots: 2 });
    expect(await on.owner.whiteSpot.findUnique({ where: { decisionId: early.id } })).toMatchObject({
      kind: 'far',
    });
    expect(await on.placementOf(late)).toMatchObject({ officeId: far.id });
    // Also of who was placed the first night: nobody would know otherwise.
    const spot = () => on.owner.whiteSpot.findUnique({ where: { decisionId: late.id } });
    expect(await spot()).toMatchObject({ kind: 'far', endedOn: null });
    const later = (days: number) => new Date(NIGHT.getTime() + days * 86_400_000);
    await assignByProximity(on.worker, later(6));
    expect(await spot()).toMatchObject({ endedOn: null });
    await assignByProximity(on.worker, later(7));
    expect((await spot())?.endedOn).not.toBe(null);
  });
});
