import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';

/** A system reaches all of a provider's offices: so must whoever decides on it. */
export function decidesOnSystems(actor: Actor): boolean {
  return actor.kind === 'person' && actor.organisation === 'provider' && actor.officeScope === 'all';
}

/** Why somebody with the right role may not decide all the same; null: they may. */
export function systemsGuard(actor: Actor): Problem | null {
  if (decidesOnSystems(actor)) return null;
  return forbidden([
    {
      pointer: '',
      code: 'notAllOffices',
      message:
        'Ett system når alla era verksamheter. Därför kan bara den som har behörighet för alla bestämma över det.',
    },
  ]);
}

/** Whoever decides on a provider's systems waits here for anybody else there who does. Null: not somebody at a provider. */
export async function lockSystems(tx: Tx, actor: Actor): Promise<string | null> {
  if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`systems:${actor.providerId}`}))`;
  return actor.providerId;
}
