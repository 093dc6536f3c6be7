import { type WithdrawOutcomeInput, withdrawOutcomeInput } from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { guardCurrent, lockOutcome } from '#lib/server/outcome/lock-outcome.ts';
import { ok } from '#lib/shared/result.ts';

/** Takes an outcome back: there was none. What it has paid is set off by the next statement. */
export const withdrawOutcome = defineCommand({
  name: 'outcome.withdraw',
  mandates: ['caseworker'],
  input: withdrawOutcomeInput,
  lock: (tx, { outcomeId }: WithdrawOutcomeInput) => lockOutcome(tx, outcomeId),
  version: (outcome, { version }) => ({ seen: version, current: outcome.version }),
  guard: ({ status }) => guardCurrent(status),
  stepUp: () => null,
  decide: (_, { reason }) => ok({ reason }),
  async write(tx, _, { id, placementId }) {
    await tx.outcome.update({ where: { id }, data: { status: 'withdrawn', version: { increment: 1 } } });
    return { outcomeId: id, placementId };
  },
  audit: ({ outcomeId, placementId }, { reason }, { participantId }) => ({
    type: 'outcome',
    id: outcomeId,
    participantIds: [participantId],
    detail: { placementId, reason },
  }),
});
