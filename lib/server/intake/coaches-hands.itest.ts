import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;
let intake: ProviderActor;
let ali: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  intake = await world.staff('intake');
  ali = await world.staff('coach');
  placement = await buildPlacement(world.owner, { office: world.office, from: '2026-05-18' });
});
afterAll(() => world.close());

test('the database lets no coach change without its row, and no row be written in another’s name', async () => {
  const { id } = placement;
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(world.app, actor, work);
  const told = (kind: string, by: string) => (tx: Tx) =>
    tx.$executeRaw`INSERT INTO coach_change (id, batch_id, placement_id, kind, to_person_id, by_person_id, at)
      VALUES (${newId()}::uuid, ${newId()}::uuid, ${id}::uuid, ${kind}, ${ali.personId}::uuid, ${by}::uuid, now())`;
  await expect(
    as(
      intake,
      (tx) =>
        tx.$executeRaw`UPDATE placement SET coach_person_id = ${ali.personId}::uuid WHERE id = ${id}::uuid`,
    ),
  ).rejects.toThrow('RestrictViolation');
  await expect(as(intake, told('assigned', ali.personId))).rejects.toThrow('a coach is named by');
  await expect(as(ali, told('assigned', ali.personId))).rejects.toThrow('a coach is named by');
  await expect(as(intake, told('kept', intake.personId))).rejects.toThrow('a coach is named by');
  await expect(
    as(
      ali,
      (tx) => tx.$executeRaw`SELECT app.carry_coach_over(${newId()}::uuid, ${id}::uuid, current_date, now())`,
    ),
  ).rejects.toThrow('a new period is carried out by a caseworker');
  const caseworker = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'decide' });
  await expect(
    as(
      caseworker,
      (tx) => tx.$executeRaw`SELECT app.carry_coach_over(${newId()}::uuid, ${id}::uuid, '1990-01-01', now())`,
    ),
  ).rejects.toThrow('a new period is carried out by a caseworker');
  const { coachPersonId } = await world.owner.placement.findUniqueOrThrow({ where: { id } });
  expect(coachPersonId).toBeNull();
});

test('of whoever covers, a participant sees the work at that provider alone', async () => {
  const covering = await world.staff('coach');
  const placed = await buildPlacement(world.owner, { office: world.office });
  await world.owner.placement.update({ where: { id: placed.id }, data: { coachPersonId: ali.personId } });
  await world.owner.coachCover.create({
    data: {
      id: newId(),
      providerId: ali.providerId,
      coachPersonId: ali.personId,
      coveringPersonId: covering.personId,
      from: new Date('2026-05-04'),
      to: new Date('2026-05-08'),
      createdByPersonId: intake.personId,
      createdAt: new Date(),
    },
  });
  await world.owner.membership.create({
    data: {
      id: newId(),
      personId: covering.personId,
      organisation: 'authority',
      role: 'auditor',
      validFrom: new Date('2020-01-01'),
    },
  });
  const participant = await buildParticipantActor(world.owner, placed.participant);
  const seen = await inTransaction(world.app, participant, (tx) =>
    tx.membership.findMany({ where: { personId: covering.personId } }),
  );
  expect(seen).toMatchObject([{ role: 'coach' }]);
});
