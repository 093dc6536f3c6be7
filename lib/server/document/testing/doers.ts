import type { Actor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import type { World } from '#lib/server/testing/builders/world.ts';

export type Named = readonly (readonly [string, Actor])[];

/** Somebody of each role at the provider and at the authority, caseworkers by their mandate. */
export async function everyRole(world: World): Promise<Named> {
  const provider = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const;
  const authority = ['reviewer', 'payer', 'agreementAdmin', 'auditor'] as const;
  const mandates = ['assess', 'decide'] as const;
  return await Promise.all([
    ...provider.map(async (role) => [role, await world.staff(role)] as const),
    ...authority.map(async (role) => [role, await buildAuthorityActor(world.owner, role)] as const),
    ...mandates.map(
      async (caseMandate) =>
        [caseMandate, await buildAuthorityActor(world.owner, 'caseworker', { caseMandate })] as const,
    ),
  ]);
}

const ROLLED_BACK = 'done, and rolled back';

/** Who of them the statements do something for, as the application's own role; each is tried and rolled back. */
export async function doersOf(
  { app }: Pick<World, 'app'>,
  actors: Named,
  statements: readonly string[],
): Promise<readonly string[]> {
  const able: string[] = [];
  for (const [name, actor] of actors) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (await isDone(app, actor, statements)) able.push(name);
  }
  return able;
}

async function isDone(app: World['app'], actor: Actor, statements: readonly string[]): Promise<boolean> {
  try {
    await inTransaction(app, actor, async (tx) => {
      const counts: number[] = [];
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (const statement of statements) counts.push(await tx.$executeRawUnsafe(statement));
      await tx.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE');
      throw new Error(counts[0] === 0 ? 'nothing done' : ROLLED_BACK);
    });
  } catch (error) {
    const said = String(error);
    if (said.includes(ROLLED_BACK)) return true;
    if (/42501|23001|23514|nothing done/.test(said)) return false;
    throw error;
  }
  return false;
}
