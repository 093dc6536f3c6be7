import { answerPlanCommentInput } from '#lib/schemas/plan-comment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockComment, respond } from '#lib/server/plan/lock-comment.ts';
import { tellParticipant } from '#lib/server/plan/tell-participant.ts';
import { ok } from '#lib/shared/result.ts';

/** An answer to a participant's comment on the plan; the participant reads it with the plan. Two answers are both kept. */
export const answerPlanComment = defineCommand({
  name: 'plan.answerComment',
  mandates: ['coach'],
  input: answerPlanCommentInput,
  lock: (tx, { commentId }, { actor }) => lockComment(tx, commentId, actor),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: () => ok({}),
  async write(tx, _, { commentId, placementId }, context, { text }) {
    await respond(tx, commentId, text, context);
    await tellParticipant(tx, 'planCommentAnswered', {
      placementId,
      subject: { type: 'planComment', id: commentId },
      now: context.now,
    });
    return { commentId, placementId };
  },
  audit: ({ commentId }, _, { participantId }) => ({
    type: 'planComment',
    id: commentId,
    participantIds: [participantId],
  }),
});
