import { type NameForProtectedInput, nameForProtectedInput } from '#lib/schemas/protected-identity.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { candidatesFor } from '#lib/server/protected-identity/candidates.ts';
import {
  auditOfCase,
  lockProtectedCase,
  type ProtectedCase,
  writeProtectedEvent,
} from '#lib/server/protected-identity/protected-case.ts';
import { forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = ProtectedCase & { readonly isCandidate: boolean };

/** A caseworker who is named names somebody else: a coach or intake at the participant's office, a reviewer or caseworker. */
export const nameForProtected = defineCommand({
  name: 'protectedIdentity.name',
  mandates: ['caseworker'],
  input: nameForProtectedInput,
  async lock(
    tx: Tx,
    { participantId, personId }: NameForProtectedInput,
    { actor, today },
  ): Promise<State | null> {
    const found = await lockProtectedCase(tx, participantId, actor);
    if (found === null) return null;
    const candidates = await candidatesFor(tx, participantId, today);
    return { ...found, isCandidate: candidates.some((one) => one.personId === personId) };
  },
  version: () => null,
  guard: () => null,
  stepUp: (_, { participantId, personId }) => ({
    purpose: 'openProtected',
    contentHash: hashOf({ nameForProtected: { participantId, personId } }).toString('hex'),
  }),
  decide: ({ isCandidate }) =>
    isCandidate
      ? ok(null)
      : err(
          validationProblem([
            {
              pointer: '/personId',
              code: 'notCandidate',
              message: 'Personen arbetar inte med deltagaren, eller är redan utsedd.',
            },
          ]),
        ),
  async write(tx, _, { actor }, { now }, { participantId, personId }) {
    await tx.protectedAccess.createMany({
      data: [{ participantId, personId, grantedAt: now, namedByPersonId: actor.personId }],
    });
    const event = { participantId, kind: 'named', reason: 'work', why: '', whom: personId } as const;
    await writeProtectedEvent(tx, { ...event, by: actor, now });
    return { participantId };
  },
  audit: (_, __, ___, { participantId, personId }) => auditOfCase(participantId, { personId }),
});

/** Somebody is no longer named: from the same moment they see nothing. The responsible person stays named. */
export const unnameForProtected = defineCommand({
  name: 'protectedIdentity.unname',
  mandates: ['caseworker'],
  input: nameForProtectedInput,
  async lock(
    tx: Tx,
    { participantId, personId }: NameForProtectedInput,
    { actor },
  ): Promise<ProtectedCase | null> {
    const found = await lockProtectedCase(tx, participantId, actor);
    return found?.named.some((one) => one.personId === personId) === true ? found : null;
  },
  version: () => null,
  guard: ({ named }, { personId }) =>
    named.some((one) => one.personId === personId && one.responsible) ? forbidden() : null,
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { actor }, { now }, { participantId, personId }) {
    // Written first: who takes oneself away could not write it any more.
    const event = { participantId, kind: 'unnamed', reason: 'work', why: '', whom: personId } as const;
    await writeProtectedEvent(tx, { ...event, by: actor, now });
    await tx.protectedAccess.deleteMany({ where: { participantId, personId } });
    return { participantId, isOneself: personId === actor.personId };
  },
  audit: (_, __, ___, { participantId, personId }) => auditOfCase(participantId, { personId }),
});
