import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Whose work: the provider's within the offices in scope, or one coach's part of it. */
export type TodoScope = {
  readonly actor: Actor;
  readonly providerId: string;
  readonly coachPersonId: string | null;
  readonly today: PlainDate;
  readonly terms: Terms;
};

/** Placements (alias `l`) of the scope. */
export function inScope({ providerId, coachPersonId }: TodoScope): Prisma.Sql {
  const own =
    coachPersonId === null ? Prisma.empty : Prisma.sql`AND l.coach_person_id = ${coachPersonId}::uuid`;
  return Prisma.sql`l.provider_id = ${providerId}::uuid AND l.cancelled_at IS NULL ${own}`;
}
