import { reasonProblems } from '#lib/domain/placement/identity-reason.ts';
import { type AskIdentityNumberInput, askIdentityNumberInput } from '#lib/schemas/identity-number.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockPlacements } from '#lib/server/plan/lock-placement.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = { readonly participantId: string; readonly identityNumber: string };

/**
 * Asks to see a participant's identity number, with the reason, which is logged. The answer is the id of one look alone. Of
 * somebody with protected identity there is none to see this way: that is opened (`protectedIdentity.open`).
 */
export const askIdentityNumber = defineCommand({
  name: 'identityNumber.ask',
  mandates: ['coach', 'intake'],
  input: askIdentityNumberInput,
  lock: async (tx, { placementId }: AskIdentityNumberInput, { actor }): Promise<State | null> => {
    const [placement] = (await lockPlacements(tx, [placementId], actor)) ?? [];
    if (placement === undefined) return null;
    const [identity] = await tx.$queryRaw<{ identityNumber: string | null }[]>`
      SELECT identity_number AS "identityNumber" FROM app.identity_of(${placementId}::uuid)`;
    const number = identity?.identityNumber ?? null;
    return number === null ? null : { participantId: placement.participantId, identityNumber: number };
  },
  // Nothing is changed: it is read.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide(_, { reason, why }) {
    const problems = reasonProblems(reason, why);
    return problems.length > 0 ? err(validationProblem(problems)) : ok(null);
  },
  async write(tx, _, { participantId, identityNumber }, { actor, now }, { placementId }) {
    const subject = { type: 'identityNumber', id: participantId } as const;
    return { placementId, revealId: await keepSecret(tx, actor, { subject, secret: identityNumber, now }) };
  },
  audit: ({ placementId }, _, { participantId }, { reason, why }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
    detail: { placementId, reason, why },
  }),
});
