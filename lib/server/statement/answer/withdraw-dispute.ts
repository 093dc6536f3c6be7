import { disputeProblem } from '#lib/domain/statement/dispute-fault.ts';
import { withdrawDisputeInput } from '#lib/schemas/statement-answer.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { closeLocked } from '#lib/server/statement/answer/close.ts';
import { lockDispute } from '#lib/server/statement/answer/lock-dispute.ts';
import { tellReviewers, tellSignatories } from '#lib/server/statement/answer/tell.ts';
import { err, ok } from '#lib/shared/result.ts';

/** The provider takes its dispute back. */
export const withdrawDispute = defineCommand({
  name: 'dispute.withdraw',
  mandates: ['signatory'],
  input: withdrawDisputeInput,
  lock: (tx, { disputeId }, context) => lockDispute(tx, disputeId, context),
  version: (dispute, { version }) => ({ seen: version, current: dispute.version }),
  guard: () => null,
  stepUp: () => null,
  decide: ({ closing }) => (closing === null ? ok({}) : err(disputeProblem('closed'))),
  write: async (tx, _, dispute, context) => {
    const { id, statement, placementId } = dispute;
    await tellReviewers(tx, { event: 'disputeWithdrawn', disputeId: id }, placementId, context);
    const answerBy = await closeLocked(tx, dispute, { closing: 'withdrawn', effectOre: null }, context);
    if (answerBy !== null)
      await tellSignatories(tx, { event: 'statementProposed', disputeId: id }, statement, context);
    return { disputeId: id, statementId: statement.id };
  },
  audit: (_, __, { id, statement, participantId }) => ({
    type: 'dispute',
    id,
    participantIds: [participantId],
    detail: { statementId: statement.id },
  }),
});
