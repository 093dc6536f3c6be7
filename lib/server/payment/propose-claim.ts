import { CLAIM_FAULT_WORDS, claimFault } from '#lib/domain/payment/claim.ts';
import { type ProposeClaimInput, proposeClaimInput } from '#lib/schemas/payment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { lockOwing } from '#lib/server/payment/claim-facts.ts';
import { conflict, unprocessable } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** A payer proposes that what a provider owes is claimed. Another one decides. */
export const proposeClaim = defineCommand({
  name: 'claim.propose',
  mandates: ['payer'],
  input: proposeClaimInput,
  async lock(tx, { statementId }: ProposeClaimInput) {
    const owing = await lockOwing(tx, statementId);
    if (owing === null) return null;
    const claimed = await tx.claim.count({ where: { statementId, status: { not: 'declined' } } });
    return { owing, isClaimed: claimed > 0 };
  },
  version: ({ owing }, { version }) => ({ seen: version, current: owing.version }),
  guard: ({ isClaimed }) =>
    isClaimed
      ? conflict([], {
          code: 'alreadyClaimed',
          title: {
            sv: 'Det finns redan ett återkrav för saldot.',
            en: 'There is a claim for the balance already.',
          },
        })
      : null,
  stepUp: () => null,
  decide({ owing }, { reason }) {
    const fault = claimFault(owing);
    return fault === null
      ? ok({ claimId: newId(), reason })
      : err(unprocessable(fault, CLAIM_FAULT_WORDS[fault]));
  },
  async write(tx, { claimId, reason }, { owing }, { actor, now }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`INSERT INTO claim (id, provider_id, statement_id, amount_ore, status, reason, proposed_by_person_id, proposed_at)
      VALUES (${claimId}::uuid, ${owing.providerId}::uuid, ${owing.statementId}::uuid, ${owing.owedOre}, 'proposed', ${reason}, ${personId}::uuid, ${now})`;
    return { claimId };
  },
  audit: ({ claimId }, _, { owing }) => ({
    type: 'claim',
    id: claimId,
    participantIds: [],
    detail: { statementId: owing.statementId, amountOre: owing.owedOre },
  }),
});
