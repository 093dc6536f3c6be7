import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildDecision } from '#lib/server/testing/builders/decision.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { uniqueReference } from '#lib/server/testing/builders/sequence.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

// Whom the database shows a service period to, whatever statement asks for it.
let world: World;
let actors: readonly (readonly [string, Actor])[];
let periods: Readonly<Record<'placed' | 'unplaced' | 'mixedUp', string>>;

beforeAll(async () => {
  world = await buildWorld();
  const { owner, office } = world;
  const participant = await buildParticipant(owner);
  const decision = await buildDecision(owner, { participant });
  const placement = await buildPlacement(owner, { office, decision });
  const others = await buildPlacement(owner, { office: world.elsewhere });
  const periodOf = async (data: { decisionId: string; placementId: string | null }): Promise<string> => {
    const id = newId();
    const [from, to] = [toUtcDate(plainDate('2026-07-01')), toUtcDate(plainDate('2026-12-28'))];
    await owner.servicePeriod.create({
      data: { id, number: 2, from, to, implementationReference: uniqueReference(), ...data },
    });
    return id;
  };
  const { decisionId: othersDecision } = await owner.placement.findUniqueOrThrow({
    where: { id: others.id },
    select: { decisionId: true },
  });
  periods = {
    placed: (await owner.servicePeriod.findFirstOrThrow({ where: { placementId: placement.id } })).id,
    unplaced: await periodOf({ decisionId: decision.id, placementId: null }),
    // What no hand of the portal makes: a period of somebody else's decision at this placement.
    mixedUp: await periodOf({ decisionId: othersDecision, placementId: placement.id }),
  };
  actors = [
    ['coach', await world.staff('coach')],
    ['coach of another office', await world.staff('coach', office, [world.otherOffice])],
    ['coach elsewhere', await world.staff('coach', world.elsewhere)],
    ['the participant', await buildParticipantActor(owner, participant)],
    ['another participant', await buildParticipantActor(owner, others.participant)],
    ['reviewer', await buildAuthorityActor(owner, 'reviewer')],
  ];
});
afterAll(() => world.close());

async function seers(id: string): Promise<readonly string[]> {
  const seeing = await Promise.all(
    actors.map(async ([name, actor]) => {
      const rows = await inTransaction(world.app, actor, (tx) =>
        tx.servicePeriod.findMany({ where: { id } }),
      );
      return rows.length > 0 ? [name] : [];
    }),
  );
  return seeing.flat();
}

test('a period with a placement is seen by whoever sees the placement', async () => {
  expect(await seers(periods.placed)).toEqual(['coach', 'the participant', 'reviewer']);
});

test('a period without one by whoever sees the decision: those who see its participant', async () => {
  expect(await seers(periods.unplaced)).toEqual(['coach', 'the participant', 'reviewer']);
});

test('a period of another decision than its placement is seen by nobody', async () => {
  expect(await seers(periods.mixedUp)).toEqual([]);
});
