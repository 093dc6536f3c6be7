import { whyProblems } from '#lib/domain/protected-identity/protected-identity.ts';
import {
  type AnswerLiftInput,
  answerLiftInput,
  type AskLiftInput,
  askLiftInput,
} from '#lib/schemas/protected-identity.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import {
  auditOfCase,
  lockProtectedCase,
  openSealed,
  type ProtectedCase,
  writeProtectedEvent,
} from '#lib/server/protected-identity/protected-case.ts';
import { conflict, forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

const settled = conflict([], {
  code: 'liftSettled',
  title: {
    sv: 'Frågan om att ta bort skyddet står inte som när du läste den.',
    en: 'The question of lifting protection has changed since you read it.',
  },
});

/** A caseworker who is named asks for protection to be lifted; another answers. */
export const askLift = defineCommand({
  name: 'protectedIdentity.askLift',
  mandates: ['caseworker'],
  input: askLiftInput,
  lock: (tx: Tx, { participantId }: AskLiftInput, { actor }): Promise<ProtectedCase | null> =>
    lockProtectedCase(tx, participantId, actor),
  version: () => null,
  guard: ({ lift }) => (lift === null ? null : settled),
  stepUp: () => null,
  decide(_, { reason, why }) {
    const problems = whyProblems(reason, why);
    return problems.length > 0 ? err(validationProblem(problems)) : ok(null);
  },
  async write(tx, _, { actor }, { now }, { participantId, reason, why }) {
    await writeProtectedEvent(tx, { participantId, kind: 'liftAsked', reason, why, by: actor, now });
    return { participantId };
  },
  audit: (_, __, ___, { participantId, reason }) => auditOfCase(participantId, { reason }),
});

/**
 * Protection is lifted by another caseworker than who asked for it, with the e-ID: what was sealed stands in the open again. Who asked may
 * only take the request back.
 */
export const answerLift = defineCommand({
  name: 'protectedIdentity.answerLift',
  mandates: ['caseworker'],
  input: answerLiftInput,
  lock: (tx: Tx, { participantId }: AnswerLiftInput, { actor }): Promise<ProtectedCase | null> =>
    lockProtectedCase(tx, participantId, actor),
  version: () => null,
  guard: ({ lift, actor }, { answer }) => {
    if (lift === null) return settled;
    return answer === 'lift' && lift.byPersonId === actor.personId ? forbidden() : null;
  },
  stepUp: (_, { participantId, answer }) =>
    answer === 'stop'
      ? null
      : {
          purpose: 'openProtected',
          contentHash: hashOf({ liftProtection: { participantId } }).toString('hex'),
        },
  decide: () => ok(null),
  async write(tx, _, { actor }, { now }, { participantId, answer, why }) {
    if (answer === 'stop') {
      await writeProtectedEvent(tx, {
        participantId,
        kind: 'liftStopped',
        reason: 'decision',
        why,
        by: actor,
        now,
      });
      return { participantId, lifted: false };
    }
    const identity = await openSealed(tx, participantId);
    if (identity === null) throw new Error('Nothing is sealed of a protected identity');
    await tx.$executeRaw`SELECT app.lift_protection(${participantId}::uuid, ${JSON.stringify(identity)}::jsonb, 'ended', ${why},
      ${now.toISOString()}::timestamptz)`;
    return { participantId, lifted: true };
  },
  audit: (_, __, ___, { participantId, answer }) => auditOfCase(participantId, { answer }),
});
