import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { liftHold } from '#lib/server/retention/lift-hold.ts';
import { setHold } from '#lib/server/retention/set-hold.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date();
let world: World;
let caseworker: PersonActor;
beforeAll(async () => {
  world = await buildWorld();
  caseworker = await buildAuthorityActor(world.owner, 'caseworker');
});
afterAll(() => world.close());

describe('a case that is held', () => {
  test('is held once, with a reason, until somebody lifts it', async () => {
    const { id: participantId } = await buildParticipant(world.owner);
    const at = { actor: caseworker, now };
    const set = await world.run(setHold, { participantId, why: 'Överklagat' }, at);
    if (!set.ok) throw new Error(set.error.problem.code);
    expect(await world.run(setHold, { participantId, why: 'Igen' }, at)).toMatchObject({
      error: { problem: { code: 'alreadyHeld' } },
    });
    const { holdId } = set.value;
    expect(await world.run(liftHold, { holdId, version: 7 }, at)).toMatchObject({
      error: { problem: { status: 409 } },
    });
    expect(await world.run(liftHold, { holdId, version: 1 }, at)).toMatchObject({ ok: true });
    expect(await world.run(setHold, { participantId, why: 'På nytt' }, at)).toMatchObject({ ok: true });
  });

  test('is held by caseworkers alone, and not for whom one may not see', async () => {
    const { id: participantId } = await buildParticipant(world.owner);
    const reviewer = await buildAuthorityActor(world.owner, 'reviewer');
    const hold = { participantId, why: 'Överklagat' };
    expect(await world.run(setHold, hold, { actor: reviewer, now })).toMatchObject({ ok: false });
    expect(await world.run(setHold, hold, { actor: await world.staff('coach'), now })).toMatchObject({
      ok: false,
    });
    const hidden = await buildParticipant(world.owner, { protected: true });
    expect(
      await world.run(setHold, { participantId: hidden.id, why: 'Överklagat' }, { actor: caseworker, now }),
    ).toMatchObject({ ok: false });
    expect(
      await world.owner.legalHold.count({ where: { participantId: { in: [participantId, hidden.id] } } }),
    ).toBe(0);
  });
});
