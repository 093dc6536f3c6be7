import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

/** Adds a message to the dialogue, in the actor's own name and for their own side. */
export async function writeMessage(
  tx: Tx,
  disputeId: string,
  text: string,
  { actor, now }: CommandContext,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('Only persons write in a dispute');
  await tx.statementDisputeMessage.create({
    data: {
      id: newId(),
      disputeId,
      side: actor.organisation === 'authority' ? 'authority' : 'provider',
      authorPersonId: actor.personId,
      writtenAt: now,
      text,
    },
    select: { id: true },
  });
}
