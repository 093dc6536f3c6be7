import type { Actor } from '#lib/domain/actor/actor.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';

export type LockedComment = {
  readonly commentId: string;
  readonly placementId: string;
  readonly participantId: string;
  /** Somebody has said that they have read it, or answered. */
  readonly isRead: boolean;
};

/** Locks the placement that a participant's comment is about, where it is within the actor's reach. */
export async function lockComment(tx: Tx, commentId: string, actor: Actor): Promise<LockedComment | null> {
  const [comment] = await tx.$queryRaw<Omit<LockedComment, 'isRead'>[]>`
    SELECT c.id::text AS "commentId", p.id::text AS "placementId", p.participant_id::text AS "participantId"
    FROM plan_comment c JOIN plan n ON n.id = c.plan_id JOIN placement p ON p.id = n.placement_id
    WHERE c.id = ${commentId}::uuid AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL FOR NO KEY UPDATE OF p`;
  if (comment === undefined) return null;
  const response = await tx.planCommentResponse.findFirst({ where: { commentId }, select: { id: true } });
  return { ...comment, isRead: response !== null };
}

/** Notes that the actor has read a comment, with the answer where there is one. */
export async function respond(
  tx: Tx,
  commentId: string,
  text: string | null,
  { actor, now }: CommandContext,
): Promise<void> {
  await tx.planCommentResponse.create({
    data: { id: newId(), commentId, personId: monthActor(actor).personId, givenAt: now, text },
    select: { id: true },
  });
}
