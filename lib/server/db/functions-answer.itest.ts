import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import {
  buildFinalReports,
  type FinalReports,
  type Switched,
} from '#lib/server/final-report/testing/final-reports.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

// Functions look past row-level security: whatever id they are given, they tell nothing about those whom the asker does not see.
let world: FinalReports;
let admin: ProviderActor;
let otherAdmin: ProviderActor;
let caseworker: AuthorityActor;
let switched: Switched;
beforeAll(async () => {
  world = await buildFinalReports();
  admin = await world.staff('providerAdmin');
  otherAdmin = await world.staff('providerAdmin', world.elsewhere);
  caseworker = await buildAuthorityActor(world.owner, 'caseworker');
  switched = await world.switched({ sharePlan: true });
});
afterAll(() => world.close());

async function answer(actor: Actor, call: Prisma.Sql): Promise<boolean | undefined> {
  return await inTransaction(world.app, actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ said: boolean }[]>(Prisma.sql`SELECT ${call} AS said`);
    return row?.said;
  });
}
const today = Prisma.sql`current_date`;

test('who works, or is a coach, at a provider is said to that provider and the authority', async () => {
  const { personId, providerId } = world.coach;
  for (const call of [
    Prisma.sql`app.works_at(${personId}::uuid, ${providerId}::uuid)`,
    Prisma.sql`app.is_coach(${personId}::uuid, ${providerId}::uuid, ${today})`,
  ]) {
    for (const actor of [admin, caseworker]) expect(await answer(actor, call)).toBe(true);
    for (const actor of [otherAdmin, switched.participant]) expect(await answer(actor, call)).toBe(false);
  }
});

test('whether somebody else administers a provider is said to nobody', async () => {
  const call = Prisma.sql`app.other_administrator(${admin.providerId}::uuid, ${world.coach.personId}::uuid, ${today})`;
  for (const actor of [admin, otherAdmin, caseworker])
    await expect(answer(actor, call)).rejects.toThrow('permission denied');
});

test('what a participant shares is said to them, to whom they came, and to the authority', async () => {
  const call = Prisma.sql`app.shares(${switched.switchId}::uuid, 'plan')`;
  for (const actor of [switched.participant, world.nextCoach, caseworker])
    expect(await answer(actor, call)).toBe(true);
  const other = await world.switched();
  for (const actor of [world.coach, other.participant]) expect(await answer(actor, call)).toBe(false);
});

test('what somebody has handed in is said to themselves alone', async () => {
  const { id } = switched.before;
  const call = Prisma.sql`app.handed_in(${id}::uuid, ${world.coach.personId}::uuid)`;
  await expect(answer(caseworker, call)).rejects.toThrow('permission denied');
  expect(await answer(caseworker, Prisma.sql`app.have_handed_in(${id}::uuid)`)).toBe(false);
});
