import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { coachForNextPeriod } from '#lib/server/intake/coach-for-next-period.ts';
import { coachesOverview } from '#lib/server/intake/coaches-overview.ts';
import { handOver } from '#lib/server/intake/hand-over.ts';
import { handOverPage } from '#lib/server/intake/hand-over-page.ts';
import { intakeList } from '#lib/server/intake/intake-list.ts';
import { undoCoachChange } from '#lib/server/intake/undo-coach-change.ts';
import { handOverPreviewInput, intakeListInput } from '#lib/schemas/intake.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const now = new Date('2026-05-12T08:00:00Z');
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let world: World;
let intake: ProviderActor;
let ali: ProviderActor;
let sara: ProviderActor;
/** Works at the other office only. */
let eva: ProviderActor;
let placed: BuiltPlacement[];

beforeAll(async () => {
  world = await buildWorld();
  intake = await world.staff('intake');
  ali = await world.staff('coach');
  sara = await world.staff('coach', world.office, [world.office]);
  eva = await world.staff('coach', world.office, [world.otherOffice]);
});
afterAll(() => world.close());
beforeEach(async () => {
  placed = [await place('2026-05-18'), await place('2026-05-04'), await place('2026-09-01')];
});

async function place(from: string, given: Partial<Parameters<typeof buildPlacement>[1]> = {}) {
  return await buildPlacement(world.owner, { office: world.office, from, ...given });
}
const coachOf = async ({ id }: BuiltPlacement) =>
  (await world.owner.placement.findUniqueOrThrow({ where: { id } })).coachPersonId;
const rowsOf = (placements: readonly BuiltPlacement[], version = 1) =>
  placements.map(({ id }) => ({ placementId: id, version }));
const assign = (coach: ProviderActor, placements: readonly BuiltPlacement[], given = {}, version = 1) =>
  world.run(
    assignCoach,
    { coachPersonId: coach.personId, placements: rowsOf(placements, version) },
    { actor: intake, now, ...given },
  );

describe('naming a coach', () => {
  test('gives several participants one coach at once, and leaves a row of each change', async () => {
    expect(await assign(ali, placed)).toMatchObject({ ok: true, value: { assigned: 3, placementId: null } });
    expect(await Promise.all(placed.map(coachOf))).toEqual([ali.personId, ali.personId, ali.personId]);
    const changes = await world.owner.coachChange.findMany({
      where: { placementId: { in: placed.map(({ id }) => id) } },
    });
    expect(changes).toHaveLength(3);
    expect(new Set(changes.map(({ batchId }) => batchId)).size).toBe(1);
    expect(changes[0]).toMatchObject({ kind: 'assigned', fromPersonId: null, byPersonId: intake.personId });
  });

  test('names what has changed since, and then changes nothing', async () => {
    await assign(ali, placed.slice(0, 1));
    const stale = await assign(sara, placed);
    const name = `${placed[0]?.participant.person.givenName} ${placed[0]?.participant.person.familyName}`;
    expect(stale).toMatchObject({
      ok: false,
      error: { problem: { status: 409, errors: [{ pointer: '/placements', code: 'stale' }] } },
    });
    expect(JSON.stringify(stale)).toContain(`${name} har ändrats`);
    expect(await Promise.all(placed.map(coachOf))).toEqual([ali.personId, null, null]);
  });

  test('the same form twice names once', async () => {
    const key = newId();
    const first = await assign(ali, placed, { key });
    expect(await assign(ali, placed, { key })).toEqual(first);
    expect(await world.owner.coachChange.count({ where: { placementId: placed[0]?.id ?? '' } })).toBe(1);
  });

  test('is for intake at the own provider, of a coach who works at the office', async () => {
    expect(await assign(eva, placed)).toMatchObject({
      ok: false,
      error: {
        problem: { status: 422, errors: [{ pointer: '/coachPersonId', code: 'beyondReach' }, {}, {}] },
      },
    });
    expect(await assign(intake, placed)).toMatchObject({
      ok: false,
      error: { problem: { errors: [{ code: 'notACoach' }] } },
    });
    for (const [actor, status] of [
      [ali, 403],
      [await world.staff('intake', world.elsewhere), 404],
      [await world.staff('intake', world.office, [world.otherOffice]), 404],
    ] as const) {
      expect(await assign(ali, placed, { actor })).toMatchObject({
        ok: false,
        error: { problem: { status } },
      });
    }
    expect(await Promise.all(placed.map(coachOf))).toEqual([null, null, null]);
  });

  test('of somebody with protected identity is by and for those who are named', async () => {
    const participant = await buildParticipant(world.owner, { protected: true });
    await world.owner.participant.update({ where: { id: participant.id }, data: { protected: true } });
    const hidden = await place('2026-05-04', { participant });
    await world.owner.placement.update({ where: { id: hidden.id }, data: { protected: true } });
    const name = (personId: string) =>
      world.owner.protectedAccess.create({ data: { personId, participantId: participant.id } });
    expect(await assign(ali, [hidden])).toMatchObject({ error: { problem: { status: 404 } } });
    await name(intake.personId);
    expect(await assign(ali, [hidden])).toMatchObject({
      error: { problem: { errors: [{ code: 'beyondReach' }] } },
    });
    await name(ali.personId);
    expect(await assign(ali, [hidden])).toMatchObject({ ok: true });
  });

  test('can be taken back for an hour, whole, unless somebody has changed any of it since', async () => {
    const batchOf = (done: Awaited<ReturnType<typeof assign>>) => (done.ok ? done.value.batchId : null);
    const first = batchOf(await assign(ali, placed));
    const undo = (batchId: string | null, at = now, actor = intake) =>
      world.run(undoCoachChange, { batchId }, { actor, now: at });
    expect(await undo(first, minutesLater(61))).toMatchObject({
      error: { problem: { code: 'tooLateToUndo' } },
    });
    expect(await undo(first, now, await world.staff('intake', world.elsewhere))).toMatchObject({
      error: { problem: { status: 404 } },
    });
    expect(await undo(first, minutesLater(60))).toMatchObject({ ok: true, value: { undone: 3 } });
    expect(await Promise.all(placed.map(coachOf))).toEqual([null, null, null]);
    expect(await undo(first, minutesLater(60))).toMatchObject({ error: { problem: { status: 409 } } });

    const second = batchOf(await assign(ali, placed, { now: minutesLater(60) }, 3));
    await assign(sara, placed.slice(2), { now: minutesLater(61) }, 4);
    expect(await undo(second, minutesLater(62))).toMatchObject({
      error: { problem: { status: 409, errors: [{ code: 'changedSince' }] } },
    });
    expect(await Promise.all(placed.map(coachOf))).toEqual([ali.personId, ali.personId, sara.personId]);
  });
});

describe('handing over', () => {
  const move = (placement: BuiltPlacement, coach: ProviderActor, version = 2) => ({
    placementId: placement.id,
    version,
    coachPersonId: coach.personId,
  });
  const run = (moves: readonly object[], given = {}) =>
    world.run(handOver, { fromPersonId: ali.personId, moves }, { actor: intake, now, ...given });

  test('shows how many each then has, and does exactly that', async () => {
    await assign(ali, placed);
    const input = handOverPreviewInput.parse({
      coachPersonId: ali.personId,
      to: [sara.personId, eva.personId],
      who: 'chosen',
      placement: placed.slice(0, 2).map(({ id }) => id),
    });
    const page = await world.read(handOverPage, input, { actor: intake, now });
    if (!page.ok || page.value.preview === null) throw new Error('no preview');
    const { preview, participants } = page.value;
    // Eva does not work there: all go to Sara.
    expect(preview.moves.map(({ coachPersonId }) => coachPersonId)).toEqual([sara.personId, sara.personId]);
    expect(preview.left).toEqual([]);
    const sarasAfter = preview.after.find(({ personId }) => personId === sara.personId);
    expect(sarasAfter?.gets).toBe(2);
    const versions = new Map(participants.map(({ placementId, version }) => [placementId, version]));
    const moves = preview.moves.map((one) => ({ ...one, version: versions.get(one.placementId) }));
    expect(await run(moves)).toMatchObject({ ok: true, value: { moved: 2 } });
    expect(await Promise.all(placed.map(coachOf))).toEqual([sara.personId, sara.personId, ali.personId]);
    const overview = await world.read(coachesOverview, { done: null }, { actor: intake, now });
    const soon = overview.ok
      ? overview.value.coaches.find(({ personId }) => personId === sara.personId)
      : null;
    expect((soon?.participants ?? 0) + (soon?.starting ?? 0)).toBe((sarasAfter?.before ?? 0) + 2);
  });

  test('is all or nothing: a row that has changed is named, and so is one that is somebody else’s', async () => {
    await assign(ali, placed);
    await assign(sara, placed.slice(1, 2), {}, 2);
    const [a, b] = placed;
    if (a === undefined || b === undefined) throw new Error('not built');
    expect(await run([move(a, sara), move(b, sara)])).toMatchObject({
      error: { problem: { status: 409, errors: [{ code: 'stale' }] } },
    });
    expect(await run([move(a, sara), move(b, sara, 3)])).toMatchObject({
      error: { problem: { status: 409, errors: [{ code: 'notTheirs' }] } },
    });
    expect(await run([move(a, eva)])).toMatchObject({
      error: { problem: { status: 422, errors: [{ code: 'beyondReach' }] } },
    });
    expect(await coachOf(a)).toBe(ali.personId);
  });

  test('is not for others', async () => {
    await assign(ali, placed);
    const moves = placed.map((one) => move(one, sara));
    expect(await run(moves, { actor: ali })).toMatchObject({ error: { problem: { status: 403 } } });
    expect(await run(moves, { actor: await world.staff('intake', world.elsewhere) })).toMatchObject({
      error: { problem: { status: 404 } },
    });
    const elsewhere = await world.staff('intake', world.elsewhere);
    const page = handOverPreviewInput.parse({ coachPersonId: ali.personId });
    expect(await world.read(handOverPage, page, { actor: elsewhere, now })).toMatchObject({ ok: false });
  });
});

describe('a new period', () => {
  const carry = async (placement: BuiltPlacement, day: string) => {
    return await inTransaction(world.owner, { kind: 'job', name: 'periods' }, (tx) =>
      coachForNextPeriod(tx, { placementId: placement.id, from: plainDate(day), now }),
    );
  };

  test('goes on with the same coach; from one who has left the participant goes back to intake, with the reason', async () => {
    const [stays, goes] = placed;
    if (stays === undefined || goes === undefined) throw new Error('not built');
    const leaving = await world.staff('coach');
    await assign(ali, [stays]);
    await assign(leaving, [goes]);
    await world.owner.membership.update({
      where: { id: leaving.membershipId },
      data: { validTo: toUtcDate(plainDate('2026-10-01')) },
    });
    expect(await carry(stays, '2026-10-31')).toEqual({ kind: 'kept', coachPersonId: ali.personId });
    // On the last day the coach is still there; a day later not.
    expect(await carry(goes, '2026-09-30')).toMatchObject({ kind: 'kept' });
    expect(await carry(goes, '2026-10-01')).toEqual({
      kind: 'returned',
      leftCoachPersonId: leaving.personId,
    });
    expect([await coachOf(stays), await coachOf(goes)]).toEqual([ali.personId, null]);
    const list = await world.read(
      intakeList,
      { ...intakeListInput.parse({ q: goes.reference }), done: null },
      { actor: intake, now },
    );
    expect(list).toMatchObject({
      ok: true,
      value: {
        participants: [{ placementId: goes.id, leftCoachName: `${leaving.givenName} ${leaving.familyName}` }],
      },
    });
  });
});
