import { moveStatement } from '#lib/domain/statement/answer-statement.ts';
import { answerProblem } from '#lib/domain/statement/answer-statement-fault.ts';
import { acceptStatementInput } from '#lib/schemas/statement-answer.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockStatement } from '#lib/server/statement/answer/lock-statement.ts';
import { err, ok } from '#lib/shared/result.ts';

/** The signatory's yes to a statement. Disputes that are open go on: what they change comes on a later statement. */
export const acceptStatement = defineCommand({
  name: 'statement.accept',
  mandates: ['signatory'],
  input: acceptStatementInput,
  lock: (tx, { statementId }) => lockStatement(tx, statementId),
  version: (statement, { version }) => ({ seen: version, current: statement.version }),
  guard: () => null,
  stepUp: () => null,
  decide: (statement, _, { today }) => {
    const moved = moveStatement(statement, 'accept', today);
    return moved.ok ? ok({ openDisputes: statement.openDisputes }) : err(answerProblem(moved.error));
  },
  write: async (tx, _, { id }, { actor, now }) => {
    await tx.statement.update({
      where: { id },
      data: {
        status: 'accepted',
        acceptedAt: now,
        acceptedBy: 'signatory',
        acceptedByPersonId: actor.kind === 'person' ? actor.personId : null,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    return { statementId: id };
  },
  audit: (_, { openDisputes }, { id, cutOff, contentHash }) => ({
    type: 'statement',
    id,
    participantIds: [],
    detail: { cutOff, contentHash, openDisputes },
  }),
});
