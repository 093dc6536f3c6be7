import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { removeExperience } from '#lib/server/experience/remove-experience.ts';
import { saveExperience } from '#lib/server/experience/save-experience.ts';
import { newId } from '#lib/server/ids.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { askIdentityNumber } from '#lib/server/placement/ask-identity-number.ts';
import { participantCard } from '#lib/server/placement/participant-card.ts';
import { showIdentityNumber } from '#lib/server/placement/show-identity-number.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const now = new Date('2026-05-12T08:00:00Z');
let world: World;
let coach: ProviderActor;
let intake: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  intake = await world.staff('intake');
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office, from: '2026-03-02' });
});

async function cardOf(id: string, actor: ProviderActor = coach, eventsPage = 1) {
  const card = await world.read(participantCard, { placementId: id, eventsPage }, { actor, now });
  if (!card.ok) throw new Error(card.error.code);
  return card.value;
}

describe('the identity number', () => {
  const ask = (given: object = {}, actor: ProviderActor = coach) =>
    world.run(
      askIdentityNumber,
      { placementId: placement.id, reason: 'authority', why: '', ...given },
      { actor, now },
    );
  const show = async (revealId: string, actor: ProviderActor = coach, at = now) => {
    const participantId = placement.participant.id;
    const shown = await world.read(showIdentityNumber, { revealId, participantId }, { actor, now: at });
    return shown.ok ? shown.value.identityNumber : shown.error.status;
  };

  test('is asked for with a reason, which is logged, and shown once to who asked', async () => {
    const asked = await ask();
    if (!asked.ok) throw new Error('refused');
    expect(JSON.stringify(asked)).not.toMatch(/\d{12}/);
    const { revealId } = asked.value;
    expect(await show(revealId, await world.staff('coach'))).toBeNull();
    expect(await show(revealId)).toMatch(/^190001\d{6}$/);
    expect(await show(revealId)).toBeNull();
    const logged = await world.owner.auditEntry.findMany({
      where: { participantIds: { has: placement.participant.id }, action: { startsWith: 'identityNumber' } },
      orderBy: { id: 'asc' },
    });
    expect(logged).toMatchObject([
      { action: 'identityNumber.ask', outcome: 'done', detail: { reason: 'authority' } },
      { action: 'identityNumber.show', outcome: 'read' },
    ]);
    expect(
      JSON.stringify(logged, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('190001');
  });

  test('is not shown after some minutes, nor without a reason of one’s own where none fits', async () => {
    const asked = await ask();
    const late = new Date(now.getTime() + 16 * 60_000);
    expect(await show(asked.ok ? asked.value.revealId : '', coach, late)).toBeNull();
    expect(await ask({ reason: 'other' })).toMatchObject({
      error: { problem: { status: 422, errors: [{ pointer: '/why', code: 'noteMissing' }] } },
    });
    expect((await ask({ reason: 'other', why: 'Ansökan om körkort' })).ok).toBe(true);
    expect(await ask({ reason: 'curious' })).toMatchObject({ error: { problem: { status: 422 } } });
  });

  test('is for coaches and intake within reach', async () => {
    for (const role of ['reporter', 'signatory', 'providerAdmin'] as const)
      expect(await ask({}, await world.staff(role))).toMatchObject({ error: { problem: { status: 403 } } });
    expect(await ask({}, await world.staff('coach', world.elsewhere))).toMatchObject({
      error: { problem: { status: 404 } },
    });
    expect(await ask({}, await world.staff('coach', world.office, [world.otherOffice]))).toMatchObject({
      error: { problem: { status: 404 } },
    });
    expect((await ask({}, intake)).ok).toBe(true);
  });

  test('of somebody with protected identity is not asked for, not even by those who are named: it is opened', async () => {
    const participant = await buildParticipant(world.owner, { protected: true });
    placement = await buildPlacement(world.owner, { office: world.office, from: '2026-03-02', participant });
    expect(await ask()).toMatchObject({ error: { problem: { status: 404 } } });
    await world.owner.protectedAccess.create({
      data: { personId: coach.personId, participantId: participant.id },
    });
    expect((await cardOf(placement.id)).email).toBeNull();
    expect(await ask()).toMatchObject({ error: { problem: { status: 404 } } });
    const raw = await inTransaction(
      world.app,
      coach,
      (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM app.identity_of(${placement.id}::uuid)`,
    );
    expect(raw).toEqual([]);
  });
});

describe('experience', () => {
  const work = { kind: 'work', what: 'Kock', place: 'Hotellet', fromYear: 2015, toYear: 2019, note: '' };
  const save = (given: object, actor: Parameters<typeof world.run>[2]['actor'] = coach) =>
    world.run(saveExperience, { placementId: placement.id, ...work, ...given }, { actor, now });

  test('is kept in versions; the earlier ones stay', async () => {
    const made = await save({});
    const threadId = made.ok ? made.value.threadId : '';
    expect((await save({ threadId, seen: 1, what: 'Kökschef' })).ok).toBe(true);
    expect(await save({ threadId, seen: 1, what: 'Någon annan' })).toMatchObject({
      error: { problem: { status: 409 } },
    });
    expect((await cardOf(placement.id)).experience).toMatchObject([
      { threadId, number: 2, what: 'Kökschef', source: 'coach', earlier: [{ what: 'Kock' }] },
    ]);
    const remove = (seen: number) =>
      world.run(removeExperience, { placementId: placement.id, threadId, seen }, { actor: coach, now });
    expect(await remove(1)).toMatchObject({ error: { problem: { status: 409 } } });
    expect((await remove(2)).ok).toBe(true);
    expect((await cardOf(placement.id)).experience).toEqual([]);
    expect(await world.owner.experience.count({ where: { threadId } })).toBe(3);
  });

  test('is said by coaches within reach, and by participants in their own words that no coach changes', async () => {
    const own = await buildParticipantActor(world.owner, placement.participant);
    const mine = await save({ what: 'Servitör' }, own);
    const threadId = mine.ok ? mine.value.threadId : '';
    expect((await cardOf(placement.id)).experience).toMatchObject([
      { what: 'Servitör', source: 'participant' },
    ]);
    expect(await save({ threadId, seen: 1 })).toMatchObject({ error: { problem: { status: 403 } } });
    expect((await save({ threadId, seen: 1, what: 'Hovmästare' }, own)).ok).toBe(true);
    expect(await save({}, await world.staff('coach', world.elsewhere))).toMatchObject({
      error: { problem: { status: 404 } },
    });
    expect(await save({}, await world.staff('signatory'))).toMatchObject({
      error: { problem: { status: 403 } },
    });
    const stranger = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
    expect(await save({}, stranger)).toMatchObject({ error: { problem: { status: 404 } } });
    expect(await save({ fromYear: 1890 })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/fromYear' }] } },
    });
  });

  test('in the participant’s own words goes along to the next provider, what coaches wrote does not', async () => {
    const own = await buildParticipantActor(world.owner, placement.participant);
    await save({ what: 'Egna ord' }, own);
    await save({ what: 'Handledarens ord' });
    await world.owner.placement.update({
      where: { id: placement.id },
      data: { end: toUtcDate(plainDate('2026-05-13')), endReason: 'switch' },
    });
    const next = await buildPlacement(world.owner, {
      office: world.elsewhere,
      from: '2026-05-13',
      participant: placement.participant,
    });
    const there = await world.staff('coach', world.elsewhere);
    expect((await cardOf(next.id, there)).experience.map(({ what }) => what)).toEqual(['Egna ord']);
    // What is said later is not for the one before.
    const later = new Date('2026-05-20T08:00:00Z');
    await world.run(
      saveExperience,
      { placementId: next.id, ...work, what: 'Nytt' },
      { actor: own, now: later },
    );
    expect((await cardOf(placement.id)).experience.map(({ what }) => what).toSorted()).toEqual([
      'Egna ord',
      'Handledarens ord',
    ]);
  });

  test('is not read by those whom the participant did not come to after all', async () => {
    const own = await buildParticipantActor(world.owner, placement.participant);
    await world.owner.placement.update({
      where: { id: placement.id },
      data: { end: toUtcDate(plainDate('2026-05-13')), endReason: 'switch' },
    });
    const { id } = await buildPlacement(world.owner, {
      office: world.elsewhere,
      from: '2026-05-13',
      participant: placement.participant,
    });
    await world.owner.placement.update({ where: { id }, data: { cancelledAt: now } });
    await save({ what: 'Egna ord' }, own);
    const there = await world.staff('coach', world.elsewhere);
    const seen = inTransaction(
      world.app,
      there,
      (tx) => tx.$queryRaw<unknown[]>`SELECT what FROM experience WHERE placement_id = ${placement.id}::uuid`,
    );
    expect(await seen).toEqual([]);
  });

  test('is written in the own name, whatever statement is sent', async () => {
    const write = (source: string, by: string) =>
      inTransaction(world.app, coach, (tx) => {
        const id = newId();
        return tx.$executeRaw`INSERT INTO experience (id, thread_id, number, participant_id, placement_id, kind, what, source, written_by_person_id, written_at)
          VALUES (${id}::uuid, ${id}::uuid, 1, ${placement.participant.id}::uuid, ${placement.id}::uuid, 'work', 'Kock', ${source}, ${by}::uuid, now())`;
      });
    await expect(write('participant', coach.personId)).rejects.toThrow();
    await expect(write('coach', intake.personId)).rejects.toThrow();
    expect(await write('coach', coach.personId)).toBe(1);
  });
});

test('what has happened stands in order on the card, page by page', async () => {
  await buildPlan(world.owner, { placement });
  const input = { coachPersonId: coach.personId, placements: [{ placementId: placement.id, version: 1 }] };
  expect((await world.run(assignCoach, input, { actor: intake, now })).ok).toBe(true);
  const { events } = await cardOf(placement.id);
  // The plan was written on the day on which the tests run.
  expect(events.rows.filter(({ kind }) => kind !== 'plan')[0]).toMatchObject({
    kind: 'coach',
    change: 'assigned',
    on: '2026-05-12',
    to: `${coach.givenName} ${coach.familyName}`,
    by: `${intake.givenName} ${intake.familyName}`,
  });
  expect(events.rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['started', 'decided', 'plan']));
  expect(events.total).toBe(events.rows.length);
  expect((await cardOf(placement.id, coach, 2)).events.rows).toEqual([]);
});
