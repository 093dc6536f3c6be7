import type { Actor, PersonActor } from '#lib/domain/actor/actor.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type OwnFeed = { readonly id: string; readonly createdAt: Date };

/** The actor as a person. The mandates let nobody else come this far; throws for anybody else. */
export function personActor(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new Error('Not a person');
  return actor;
}

/** The calendar that the actor follows in this role, locked; null where there is none. */
export async function lockOwnFeed(tx: Tx, actor: Actor): Promise<OwnFeed | null> {
  const [feed] = await tx.$queryRaw<OwnFeed[]>`SELECT id::text, created_at AS "createdAt" FROM calendar_feed
    WHERE membership_id = ${personActor(actor).membershipId}::uuid AND revoked_at IS NULL FOR UPDATE`;
  return feed ?? null;
}
