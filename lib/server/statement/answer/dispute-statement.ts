import { moveStatement } from '#lib/domain/statement/answer-statement.ts';
import { answerProblem } from '#lib/domain/statement/answer-statement-fault.ts';
import { type EarlierDisputes, openingFault } from '#lib/domain/statement/dispute.ts';
import { disputeProblem } from '#lib/domain/statement/dispute-fault.ts';
import { disputeStatementInput } from '#lib/schemas/statement-answer.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { type FoundAmount, findDisputableAmount } from '#lib/server/statement/answer/disputable-amount.ts';
import { type LockedStatement, lockStatement } from '#lib/server/statement/answer/lock-statement.ts';
import { tellReviewers } from '#lib/server/statement/answer/tell.ts';
import { writeMessage } from '#lib/server/statement/answer/write-message.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = FoundAmount & { readonly statement: LockedStatement; readonly earlier: EarlierDisputes };

async function earlierDisputes(
  tx: Tx,
  statementId: string,
  placementId: string,
  key: string,
): Promise<EarlierDisputes> {
  const same = await tx.statementDispute.findMany({
    where: { statementId, placementId, key },
    select: { closing: true },
  });
  return {
    open: same.filter(({ closing }) => closing === null).length,
    answered: same.filter(({ closing }) => closing !== null && closing !== 'withdrawn').length,
  };
}

/** The signatory's no to one amount of a statement, with why. The statement waits until every dispute is closed. */
export const disputeStatement = defineCommand({
  name: 'statement.dispute',
  mandates: ['signatory'],
  input: disputeStatementInput,
  lock: async (tx, { statementId, placementId, key }): Promise<State | null> => {
    const statement = await lockStatement(tx, statementId);
    if (statement === null) return null;
    const found = await findDisputableAmount(tx, statementId, { placementId, key });
    if (found === null) return null;
    return { ...found, statement, earlier: await earlierDisputes(tx, statementId, placementId, key) };
  },
  version: ({ statement }, { version }) => ({ seen: version, current: statement.version }),
  guard: () => null,
  stepUp: () => null,
  decide: ({ statement, earlier }, _, { today }) => {
    const moved = moveStatement(statement, 'dispute', today);
    if (!moved.ok) return err(answerProblem(moved.error));
    const fault = openingFault(earlier);
    return fault === null ? ok({ disputeId: newId() }) : err(disputeProblem(fault));
  },
  write: async (tx, { disputeId }, { statement, amount }, context, { text }) => {
    const { actor, now } = context;
    await tx.statementDispute.create({
      data: {
        id: disputeId,
        statementId: statement.id,
        providerId: statement.providerId,
        placementId: amount.placementId,
        key: amount.key,
        amountOre: BigInt(amount.amountOre),
        openedByPersonId: actor.kind === 'person' ? actor.personId : '',
        openedAt: now,
      },
      select: { id: true },
    });
    await writeMessage(tx, disputeId, text, context);
    await tx.statement.update({
      where: { id: statement.id },
      data: { status: 'disputed', version: { increment: 1 } },
      select: { id: true },
    });
    await tellReviewers(tx, { event: 'disputeRaised', disputeId }, amount.placementId, context);
    return { statementId: statement.id, disputeId };
  },
  audit: ({ statementId, disputeId }, _, { amount, participantId }) => ({
    type: 'dispute',
    id: disputeId,
    participantIds: [participantId],
    detail: { statementId, placementId: amount.placementId, key: amount.key, amountOre: amount.amountOre },
  }),
});
