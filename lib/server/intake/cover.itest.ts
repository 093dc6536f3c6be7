import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { coverCoach } from '#lib/server/intake/cover-coach.ts';
import { endCover } from '#lib/server/intake/end-cover.ts';
import { participantListInput } from '#lib/schemas/participant-list.ts';
import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import { showHome } from '#lib/server/participant/show-home.ts';
import { participantCard } from '#lib/server/placement/participant-card.ts';
import { participantList } from '#lib/server/placement/participant-list.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const at = (day: string) => new Date(`2026-${day}T08:00:00Z`);
const now = at('05-12');
let world: World;
let intake: ProviderActor;
let ali: ProviderActor;
let sara: ProviderActor;
let eva: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  intake = await world.staff('intake');
  ali = await world.staff('coach');
  sara = await world.staff('coach', world.office, [world.office]);
  eva = await world.staff('coach', world.office, [world.otherOffice]);
  placement = await buildPlacement(world.owner, {
    office: world.office,
    from: '2026-03-02',
    coachPersonId: ali.personId,
  });
});
afterAll(() => world.close());

const cover = (
  given: Partial<Record<'coachPersonId' | 'coveringPersonId' | 'from' | 'through', string>> = {},
  actor = intake,
  key?: string,
) =>
  world.run(
    coverCoach,
    {
      coachPersonId: ali.personId,
      coveringPersonId: sara.personId,
      from: '2026-05-14',
      through: '2026-05-15',
      ...given,
    },
    { actor, now, ...(key === undefined ? {} : { key }) },
  );
const mine = async (actor: ProviderActor, day: string) => {
  const list = await world.read(participantList, participantListInput.parse({ show: 'mine' }), {
    actor,
    now: at(day),
  });
  return list.ok
    ? list.value.participants.map(({ placementId, coveringName }) => [placementId, coveringName])
    : null;
};

describe('cover', () => {
  test('is arranged once, by intake of the own provider, with somebody who can', async () => {
    expect(await cover({}, ali)).toMatchObject({ error: { problem: { status: 403 } } });
    expect(await cover({}, await world.staff('intake', world.elsewhere))).toMatchObject({
      error: { problem: { status: 404 } },
    });
    expect(await cover({ coveringPersonId: eva.personId })).toMatchObject({
      error: { problem: { status: 422, errors: [{ pointer: '/coveringPersonId', code: 'beyondReach' }] } },
    });
    expect(await cover({ coveringPersonId: intake.personId })).toMatchObject({
      error: { problem: { errors: [{ code: 'notACoach' }] } },
    });
    expect(await cover({ from: 'i morgon' })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/from', code: 'invalidDate' }] } },
    });
    const key = newId();
    const first = await cover({}, intake, key);
    expect(first.ok).toBe(true);
    expect(await cover({}, intake, key)).toEqual(first);
    expect(await cover({ from: '2026-05-15', through: '2026-05-20' })).toMatchObject({
      error: { problem: { status: 422, errors: [{ pointer: '/from', code: 'overlap' }] } },
    });
    expect(await cover({ coachPersonId: sara.personId, coveringPersonId: ali.personId })).toMatchObject({
      error: { problem: { errors: [{ code: 'away' }] } },
    });
    expect(await world.owner.coachCover.count()).toBe(1);
  });

  test('shows the participants to whoever covers, from the first day through the last, and ends by itself', async () => {
    const covered = [[placement.id, `${sara.givenName} ${sara.familyName}`]];
    expect(await mine(sara, '05-13')).toEqual([]);
    expect(await mine(sara, '05-14')).toEqual(covered);
    expect(await mine(ali, '05-14')).toEqual(covered);
    expect(await mine(sara, '05-15')).toEqual(covered);
    expect(await mine(sara, '05-16')).toEqual([]);
    const week = await world.read(weekLog, weekLogInput.parse({ weekFrom: '2026-05-14', mine: '1' }), {
      actor: sara,
      now: at('05-14'),
    });
    expect(week).toMatchObject({
      ok: true,
      value: {
        participants: [
          { placementId: placement.id, mine: true, coveringFor: `${ali.givenName} ${ali.familyName}` },
        ],
      },
    });
  });

  test('stands on the card and is told to the participant', async () => {
    const name = `${sara.givenName} ${sara.familyName}`;
    const card = await world.read(
      participantCard,
      { placementId: placement.id },
      { actor: ali, now: at('05-14') },
    );
    expect(card).toMatchObject({ ok: true, value: { cover: { name, to: '2026-05-16' } } });
    const actor = await buildParticipantActor(world.owner, placement.participant);
    const home = (day: string) => world.read(showHome, {}, { actor, now: at(day) });
    expect(await home('05-15')).toMatchObject({
      value: {
        situation: {
          placements: [{ coach: `${ali.givenName} ${ali.familyName}`, cover: { name, to: '2026-05-16' } }],
        },
      },
    });
    expect(await home('05-16')).toMatchObject({ value: { situation: { placements: [{ cover: null }] } } });
  });

  test('of somebody with protected identity is only by who is named for them', async () => {
    const participant = await buildParticipant(world.owner, { protected: true });
    await world.owner.participant.update({ where: { id: participant.id }, data: { protected: true } });
    const hidden = await buildPlacement(world.owner, {
      office: world.office,
      from: '2026-03-02',
      participant,
      coachPersonId: ali.personId,
    });
    await world.owner.placement.update({ where: { id: hidden.id }, data: { protected: true } });
    const name = (personId: string) =>
      world.owner.protectedAccess.create({ data: { personId, participantId: participant.id } });
    await name(ali.personId);
    const coverSeen = async () => {
      const card = await world.read(
        participantCard,
        { placementId: hidden.id },
        { actor: ali, now: at('05-14') },
      );
      return card.ok ? card.value.cover : 'not there';
    };
    expect(await coverSeen()).toBeNull();
    expect((await mine(sara, '05-14'))?.length).toBe(1);
    const actor = await buildParticipantActor(world.owner, participant);
    const home = () => world.read(showHome, {}, { actor, now: at('05-14') });
    expect(await home()).toMatchObject({ value: { situation: { placements: [{ cover: null }] } } });
    await name(sara.personId);
    expect(await coverSeen()).toMatchObject({ to: '2026-05-16' });
    expect((await mine(sara, '05-14'))?.length).toBe(2);
    expect(await home()).toMatchObject({
      value: { situation: { placements: [{ cover: { to: '2026-05-16' } }] } },
    });
  });

  test('is ended early once, by version; one that is over stands', async () => {
    const [held] = await world.owner.coachCover.findMany();
    const end = (version: number, day: string, actor = intake) =>
      world.run(endCover, { coverId: held?.id, version }, { actor, now: at(day) });
    expect(await end(1, '05-16')).toMatchObject({ error: { problem: { code: 'coverOver' } } });
    expect(await end(2, '05-15')).toMatchObject({ error: { problem: { status: 409 } } });
    expect(await end(1, '05-15', await world.staff('intake', world.elsewhere))).toMatchObject({
      error: { problem: { status: 404 } },
    });
    expect((await end(1, '05-15')).ok).toBe(true);
    expect(await mine(sara, '05-15')).toEqual([]);
    expect((await mine(sara, '05-14'))?.length).toBe(2);
  });
});

test('the database lets nobody else arrange cover, nor lengthen one', async () => {
  const insert = (by: ProviderActor, providerId = ali.providerId) =>
    inTransaction(
      world.app,
      by,
      (tx) =>
        tx.$executeRaw`INSERT INTO coach_cover (id, provider_id, coach_person_id, covering_person_id, "from", "to", created_by_person_id, created_at)
      VALUES (${newId()}::uuid, ${providerId}::uuid, ${ali.personId}::uuid, ${sara.personId}::uuid, '2026-07-01', '2026-07-03', ${by.personId}::uuid, now())`,
    );
  await expect(insert(ali)).rejects.toThrow();
  await expect(insert(await world.staff('intake', world.elsewhere))).rejects.toThrow();
  expect(await insert(intake)).toBe(1);
  await expect(insert(intake)).rejects.toThrow();
  await expect(
    inTransaction(
      world.app,
      intake,
      (tx) => tx.$executeRaw`UPDATE coach_cover SET "to" = "to" + 1 WHERE "from" = '2026-07-01'`,
    ),
  ).rejects.toThrow();
});
