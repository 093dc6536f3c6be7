import { moveStatement } from '#lib/domain/statement/answer-statement.ts';
import type { DisputeClosing } from '#lib/domain/statement/dispute.ts';
import { acceptBy } from '#lib/domain/statement/pay-day.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { LockedDispute } from '#lib/server/statement/answer/lock-dispute.ts';
import { countOpen } from '#lib/server/statement/answer/lock-statement.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { Ore } from '#lib/shared/money.ts';
import { type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

type Ending = { readonly closing: DisputeClosing; readonly effectOre: Ore | null };

/**
 * Closes a dispute. Where it was the last open one of a statement that waits for it, the statement can be answered anew:
 * returns the last day of the new answering period, else null.
 */
export async function closeLocked(
  tx: Tx,
  { id, statement }: LockedDispute,
  { closing, effectOre }: Ending,
  { actor, now, today }: CommandContext,
): Promise<PlainDate | null> {
  await tx.statementDispute.update({
    where: { id },
    data: {
      closing,
      effectOre: effectOre === null ? null : BigInt(effectOre),
      closedByPersonId: actor.kind === 'person' ? actor.personId : null,
      closedAt: now,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  const openDisputes = await countOpen(tx, statement.id);
  if (!moveStatement({ ...statement, openDisputes }, 'resume', today).ok) return null;
  const answerBy = acceptBy(today, await termsInForce(tx, today));
  await tx.statement.update({
    where: { id: statement.id },
    data: { status: 'proposed', acceptBy: toUtcDate(answerBy), version: { increment: 1 } },
    select: { id: true },
  });
  return answerBy;
}
