import { type ConfirmationInput, confirmationInput } from '#lib/schemas/evidence.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockConfirmation } from '#lib/server/evidence/lock-confirmation.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { EVIDENCE_GIVERS } from '#lib/server/evidence/show-evidence.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/** Takes a question back that has not been answered: its link stops to work at once. */
export const revokeConfirmation = defineCommand({
  name: 'employerConfirmation.revoke',
  mandates: EVIDENCE_GIVERS,
  input: confirmationInput,
  lock: (tx, { confirmationId }: ConfirmationInput) => lockConfirmation(tx, confirmationId),
  version: () => null,
  guard: ({ answered, endedAs }) =>
    answered || endedAs !== null
      ? conflict([], {
          code: 'confirmationClosed',
          title: {
            sv: 'Frågan är redan besvarad eller avslutad.',
            en: 'The question has been answered or ended already.',
          },
        })
      : null,
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { id, outcomeId }, { actor, now }) {
    const data = { endedAt: now, endedAs: 'revoked', endedByPersonId: personOf(actor) };
    await tx.employerConfirmation.updateMany({ where: { id }, data });
    return { confirmationId: id, outcomeId };
  },
  audit: ({ confirmationId, outcomeId }, _, { participantId }) => ({
    type: 'employerConfirmation',
    id: confirmationId,
    participantIds: [participantId],
    detail: { outcomeId },
  }),
});
