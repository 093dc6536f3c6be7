import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

let world: World;
let leaving: ProviderActor;

beforeAll(async () => {
  world = await buildWorld();
  leaving = await world.staff('coach');
  const given = { office: world.office, coachPersonId: leaving.personId };
  await buildPlacement(world.owner, { ...given, from: '2026-03-02' });
  await buildPlacement(world.owner, { ...given, from: '2026-06-01' });
  await buildPlacement(world.owner, { ...given, from: '2026-01-02', end: '2026-03-01' });
  await world.owner.membership.update({
    where: { id: leaving.membershipId },
    data: { validTo: toUtcDate(plainDate('2026-05-12')) },
  });
});
afterAll(() => world.close());

async function left(day: string, actor: ProviderActor) {
  const given = { actor, now: new Date(`${day}T08:00:00Z`) };
  const todo = await world.read(todoList, { mine: false }, given);
  return todo.ok ? todo.value.items.filter(({ kind }) => kind === 'leftCoaches') : null;
}

test('from the first day without them, coaches with participants left are something for intake to do', async () => {
  const intake = await world.staff('intake');
  expect(await left('2026-05-11', intake)).toEqual([]);
  expect(await left('2026-05-12', intake)).toEqual([
    { kind: 'leftCoaches', count: 2, names: [`${leaving.givenName} ${leaving.familyName}`] },
  ]);
  expect(await left('2026-05-12', await world.staff('providerAdmin'))).toHaveLength(1);
  expect(await left('2026-05-12', await world.staff('coach'))).toEqual([]);
  expect(await left('2026-05-12', await world.staff('intake', world.elsewhere))).toEqual([]);
  expect(await left('2026-05-12', await world.staff('intake', world.office, [world.otherOffice]))).toEqual(
    [],
  );
});
