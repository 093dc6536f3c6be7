import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { coachedBy } from '#lib/server/intake/cover-rows.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Whose work: the provider's within the offices in scope, or one coach's part of it and what they cover. */
export type TodoScope = {
  readonly actor: Actor;
  readonly coachPersonId: string | null;
  readonly today: PlainDate;
  readonly terms: Terms;
  /** What is told leaves the portal: nobody with protected identity is counted. */
  readonly withoutProtected?: boolean;
};

/** Placements `p` of the scope, within the actor's reach. */
export function inScope({ actor, coachPersonId, today, withoutProtected = false }: TodoScope): Prisma.Sql {
  const named = withoutProtected ? Prisma.sql`AND NOT p.protected` : Prisma.empty;
  const own = coachPersonId === null ? Prisma.empty : Prisma.sql`AND ${coachedBy(coachPersonId, today)}`;
  return Prisma.sql`${placementsInReach(actor)} AND p.cancelled_at IS NULL ${own} ${named}`;
}
