import { commentProblem, type CommentedPlan } from '#lib/domain/plan/plan-comment.ts';
import { type CommentPlanInput, commentPlanInput } from '#lib/schemas/plan-comment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = CommentedPlan & {
  readonly planId: string;
  readonly participantId: string;
  readonly placementId: string;
};

/** A version of the participant's own plan; its placement is locked, so that what waits to be read is counted right. */
async function lockOwnPlan(tx: Tx, planId: string, participantId: string | null): Promise<State | null> {
  const [plan] = await tx.$queryRaw<Omit<State, 'unread'>[]>`
    SELECT n.id::text AS "planId", l.id::text AS "placementId", l.participant_id::text AS "participantId", coalesce(l."end", l."to")::text AS "to",
      (SELECT array_agg(a.activity::text) FROM plan_activity a WHERE a.plan_id = n.id) AS activities
    FROM plan n JOIN placement l ON l.id = n.placement_id
    WHERE n.id = ${planId}::uuid AND l.participant_id = ${participantId}::uuid AND l.cancelled_at IS NULL FOR NO KEY UPDATE OF l`;
  if (plan === undefined) return null;
  const [waiting] = await tx.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS unread FROM plan n JOIN plan_comment c ON c.plan_id = n.id
    WHERE n.placement_id = (SELECT placement_id FROM plan WHERE id = ${planId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM plan_comment_response r WHERE r.comment_id = c.id)`;
  return { ...plan, unread: waiting?.unread ?? 0 };
}

/** The participant's comment on their own plan. The coach is told, once until they have read it. */
export const commentPlan = defineCommand({
  name: 'plan.comment',
  mandates: ['participant'],
  input: commentPlanInput,
  lock: (tx, { planId }: CommentPlanInput, { actor }): Promise<State | null> =>
    lockOwnPlan(tx, planId, ownParticipantId(actor)),
  // A comment is on the version that was read, whatever has come after it.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide(plan, { activity }, { today }) {
    const problem = commentProblem(plan, activity, today);
    return problem === null ? ok({}) : err(problem);
  },
  async write(tx, _, { planId, placementId }, { actor, now }, { activity, text }) {
    if (actor.kind !== 'person') throw new Error('Only a participant comments on a plan');
    const commentId = newId();
    await tx.planComment.create({
      data: { id: commentId, planId, activity, authorPersonId: actor.personId, writtenAt: now, text },
      select: { id: true },
    });
    const subject = { type: 'planComment', id: commentId };
    await notify(tx, {
      event: 'planCommented',
      to: { kind: 'coach' },
      about: { placementId, subject, path: `${participantPath(placementId)}#comments` },
      now,
    });
    return { commentId };
  },
  audit: ({ commentId }, _, { participantId }) => ({
    type: 'planComment',
    id: commentId,
    participantIds: [participantId],
  }),
});
