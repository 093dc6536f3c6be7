import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
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
  const { coachPersonId } = await world.owner.placement.findUniqueOrThrow({ where: { id } });
  expect(coachPersonId).toBeNull();
});
