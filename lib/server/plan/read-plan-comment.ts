import { readPlanCommentInput } from '#lib/schemas/plan-comment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockComment, respond } from '#lib/server/plan/lock-comment.ts';
import { ok } from '#lib/shared/result.ts';

/** Notes that a participant's comment on the plan has been read, as the participant then sees. Once: a second time changes nothing. */
export const readPlanComment = defineCommand({
  name: 'plan.readComment',
  mandates: ['coach'],
  input: readPlanCommentInput,
  lock: (tx, { commentId }, { actor }) => lockComment(tx, commentId, actor),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ isRead }) => ok({ isNew: !isRead }),
  async write(tx, { isNew }, { commentId, placementId }, context) {
    if (isNew) await respond(tx, commentId, null, context);
    return { commentId, placementId };
  },
  audit: ({ commentId }, _, { participantId }) => ({
    type: 'planComment',
    id: commentId,
    participantIds: [participantId],
  }),
});
