import type { OpenedIdentity } from '#lib/domain/protected-identity/protected-identity.ts';
import { OPENING_ROLES, whyProblems } from '#lib/domain/protected-identity/protected-identity.ts';
import { type OpenProtectedInput, openProtectedInput } from '#lib/schemas/protected-identity.ts';
import { keepSecret, revealSeal } from '#lib/server/api-client/keep-secret.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import {
  auditOfCase,
  openSealed,
  writeProtectedEvent,
} from '#lib/server/protected-identity/protected-case.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

const nobodyAnswers = conflict([], {
  code: 'nobodyAnswers',
  title: {
    sv: 'Ingen ansvarar för personens skyddade uppgifter än. En handläggare behöver ta ansvar först.',
    en: 'Nobody answers for the person’s protected identity yet. A caseworker has to take it on first.',
  },
});

/**
 * Opens a protected identity for one look (trust model section 3): who is named says why, identifies themselves again, and the
 * responsible person is told. What nobody answers for is not opened. The answer is the id of the look alone.
 */
export const openProtected = defineCommand({
  name: 'protectedIdentity.open',
  mandates: OPENING_ROLES,
  input: openProtectedInput,
  async lock(tx, { participantId }: OpenProtectedInput, { actor }) {
    const identity = actor.kind === 'person' ? await openSealed(tx, participantId) : null;
    if (identity === null || actor.kind !== 'person') return null;
    const responsible = await tx.protectedAccess.count({ where: { participantId, responsible: true } });
    return { actor, identity, isAnsweredFor: responsible > 0 };
  },
  // Nothing is changed: it is read.
  version: () => null,
  guard: ({ isAnsweredFor }) => (isAnsweredFor ? null : nobodyAnswers),
  stepUp: (_, { participantId, reason, why }) => ({
    purpose: 'openProtected',
    contentHash: hashOf({ openProtected: { participantId, reason, why } }).toString('hex'),
  }),
  decide(_, { reason, why }) {
    const problems = whyProblems(reason, why);
    return problems.length > 0 ? err(validationProblem(problems)) : ok(null);
  },
  async write(tx, _, { actor, identity }, { now }, { participantId, reason, why }) {
    const opened = { participantId, kind: 'opened', reason, why, by: actor, now } as const;
    const eventId = await writeProtectedEvent(tx, opened);
    await tx.$executeRaw`SELECT app.tell_of_opening(${eventId}::uuid)`;
    const subject = { type: 'protectedIdentity', id: participantId } as const;
    const { identityNumber, givenName, familyName, municipality } = identity;
    const secret = JSON.stringify({ identityNumber, givenName, familyName, municipality });
    return { participantId, revealId: await keepSecret(tx, actor, { subject, secret, now }) };
  },
  audit: (_, __, ___, { participantId, reason }) => auditOfCase(participantId, { reason }),
});

type Look = { readonly participantId: string; readonly revealId: string };

/** The look itself, once and within minutes: looking takes it away. Null where there is nothing (any more), or who looks is no longer named. */
export const showOpened = defineQuery<Look, { readonly identity: OpenedIdentity | null }>({
  name: 'protectedIdentity.reveal',
  mandates: OPENING_ROLES,
  purpose: 'Skyddad identitet, öppnad med skäl och e-legitimation',
  async run(tx, { participantId, revealId }, { now }) {
    const [row] = await tx.$queryRaw<{ sealed: Uint8Array }[]>`DELETE FROM secret_reveal
      WHERE id = ${revealId}::uuid AND subject_type = 'protectedIdentity' AND subject_id = ${participantId}::uuid AND expires_at > ${now}
        AND subject_id = ANY (app.named_for())
      RETURNING sealed`;
    if (row === undefined) return { identity: null };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- authenticated: it is what was kept above
    return { identity: JSON.parse(revealSeal().open(revealId, row.sealed)) as OpenedIdentity };
  },
  reads: ({ identity }, { participantId }) =>
    identity === null ? null : { type: 'participant', id: participantId, participantIds: [participantId] },
});
