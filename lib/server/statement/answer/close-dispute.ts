import { closingFault, closingOf, type DisputeEffect } from '#lib/domain/statement/dispute.ts';
import { disputeProblem } from '#lib/domain/statement/dispute-fault.ts';
import { closeDisputeInput } from '#lib/schemas/statement-answer.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { closeLocked } from '#lib/server/statement/answer/close.ts';
import { findDisputeEffect } from '#lib/server/statement/answer/dispute-effect.ts';
import { type LockedDispute, lockDispute } from '#lib/server/statement/answer/lock-dispute.ts';
import { tellSignatories } from '#lib/server/statement/answer/tell.ts';
import { writeMessage } from '#lib/server/statement/answer/write-message.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = LockedDispute & { readonly effect: DisputeEffect | null };

/**
 * A reviewer's answer that ends a dispute. Whether anything is corrected, and by how much, follows from the facts as they
 * stand: nobody gives an amount. What was shown has to be what there is.
 */
export const closeDispute = defineCommand({
  name: 'dispute.close',
  mandates: ['reviewer'],
  input: closeDisputeInput,
  lock: async (tx, { disputeId }, context): Promise<State | null> => {
    const dispute = await lockDispute(tx, disputeId, context);
    if (dispute === null) return null;
    const { statement, placementId, key } = dispute;
    const about = { providerId: statement.providerId, placementId, key, cutOff: statement.cutOff };
    return { ...dispute, effect: await findDisputeEffect(tx, about, context.today) };
  },
  version: (dispute, { version }) => ({ seen: version, current: dispute.version }),
  guard: ({ closing, parts }) => {
    const fault = closingFault(closing, parts);
    return fault === null ? null : disputeProblem(fault);
  },
  stepUp: () => null,
  decide: ({ effect }, { effectOre }) => {
    if (effect === null) return err(disputeProblem('effectUnknown'));
    if (effect.effectOre !== effectOre) return err(disputeProblem('effectChanged'));
    const closing = closingOf(effect);
    return ok({ closing, effectOre: closing === 'corrected' ? effect.effectOre : null });
  },
  write: async (tx, ending, dispute, context, { text }) => {
    const { id, statement } = dispute;
    await writeMessage(tx, id, text, context);
    const answerBy = await closeLocked(tx, dispute, ending, context);
    await tellSignatories(tx, { event: 'disputeSettled', disputeId: id }, statement, context);
    if (answerBy !== null)
      await tellSignatories(tx, { event: 'statementProposed', disputeId: id }, statement, context);
    return { disputeId: id, statementId: statement.id };
  },
  audit: (_, ending, { id, statement, participantId }) => ({
    type: 'dispute',
    id,
    participantIds: [participantId],
    detail: { statementId: statement.id, ...ending },
  }),
});
