import { disputeProblem } from '#lib/domain/statement/dispute-fault.ts';
import { replyDisputeInput } from '#lib/schemas/statement-answer.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockDispute } from '#lib/server/statement/answer/lock-dispute.ts';
import { tellReviewers, tellSignatories } from '#lib/server/statement/answer/tell.ts';
import { writeMessage } from '#lib/server/statement/answer/write-message.ts';
import { err, ok } from '#lib/shared/result.ts';

/** A message in an open dispute, from either side. It never waits for the other's: two at once are both kept. */
export const replyDispute = defineCommand({
  name: 'dispute.reply',
  mandates: ['signatory', 'reporter', 'reviewer'],
  input: replyDisputeInput,
  lock: (tx, { disputeId }, context) => lockDispute(tx, disputeId, context),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ closing }) => (closing === null ? ok({}) : err(disputeProblem('closed'))),
  write: async (tx, _, { id, statement, placementId }, context, { text }) => {
    const { actor } = context;
    await writeMessage(tx, id, text, context);
    // Whoever is about to close it has then not read everything.
    await tx.statementDispute.update({
      where: { id },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    const isAuthority = actor.kind === 'person' && actor.organisation === 'authority';
    if (isAuthority)
      await tellSignatories(tx, { event: 'disputeAnswered', disputeId: id }, statement, context);
    else await tellReviewers(tx, { event: 'disputeContinued', disputeId: id }, placementId, context);
    return { disputeId: id, statementId: statement.id, side: isAuthority ? 'authority' : 'provider' };
  },
  audit: (_, __, { id, statement, participantId }) => ({
    type: 'dispute',
    id,
    participantIds: [participantId],
    detail: { statementId: statement.id },
  }),
});
