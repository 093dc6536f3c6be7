import type { Actor } from '#lib/domain/actor/actor.ts';
import type { ExperienceKind, ExperienceSource } from '#lib/domain/experience/experience.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type ExperienceGround = {
  readonly placementId: string;
  readonly participantId: string;
  readonly ended: boolean;
  /** How many things the participant's list holds. */
  readonly held: number;
  /** The latest version of what is changed; null for something new. */
  readonly latest: LatestExperience | null;
};
export type LatestExperience = {
  readonly number: number;
  readonly kind: ExperienceKind;
  readonly source: ExperienceSource;
  readonly what: string;
};

/** Locks the participant's list through a placement: the coach's within reach, or the participant's own. */
export async function lockExperience(
  tx: Tx,
  actor: Actor,
  given: { readonly placementId: string; readonly threadId?: string | undefined },
  today: string,
): Promise<ExperienceGround | null> {
  const mine =
    actor.kind === 'person' && actor.role === 'participant'
      ? Prisma.sql`p.participant_id = app.participant_id()`
      : placementsInReach(actor);
  const [placement] = await tx.$queryRaw<{ participantId: string; ended: boolean }[]>`
    SELECT p.participant_id::text AS "participantId", coalesce(p."end", p."to") <= ${today}::date AS ended FROM placement p
    WHERE p.id = ${given.placementId}::uuid AND ${mine} AND p.cancelled_at IS NULL`;
  if (placement === undefined) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('experience ' || ${placement.participantId}, 0))`;
  const latest =
    given.threadId === undefined ? null : await findLatest(tx, placement.participantId, given.threadId);
  if (given.threadId !== undefined && latest === null) return null;
  const [counted] = await tx.$queryRaw<{ held: number }[]>`
    SELECT count(*)::int AS held FROM experience e WHERE e.participant_id = ${placement.participantId}::uuid AND NOT e.removed
      AND NOT EXISTS (SELECT 1 FROM experience later WHERE later.thread_id = e.thread_id AND later.number > e.number)`;
  return { placementId: given.placementId, ...placement, held: counted?.held ?? 0, latest };
}

async function findLatest(tx: Tx, participantId: string, threadId: string): Promise<LatestExperience | null> {
  const [latest] = await tx.$queryRaw<(LatestExperience & { removed: boolean })[]>`
    SELECT number, kind, source, what, removed FROM experience WHERE thread_id = ${threadId}::uuid AND participant_id = ${participantId}::uuid
    ORDER BY number DESC LIMIT 1`;
  return latest === undefined || latest.removed ? null : latest;
}
