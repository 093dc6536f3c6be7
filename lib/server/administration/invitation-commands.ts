import type { Actor } from '#lib/domain/actor/actor.ts';
import { type InvitationInput, invitationInput } from '#lib/schemas/administration.ts';
import { mailInvitation, newInvitationLink } from '#lib/server/administration/invitation-mail.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { conflict, forbidden, type Problem } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type LockedInvitation = {
  readonly id: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly email: string;
  readonly byAuthority: boolean;
  readonly isOpen: boolean;
  /** It lets somebody attest or administer, and another person invited. */
  readonly isAnothers: boolean;
  readonly version: number;
};

/** Only what the actor may change is found: of the own provider, or the authority's own. */
async function lockInvitation(
  tx: Tx,
  { invitationId }: InvitationInput,
  actor: Actor,
): Promise<LockedInvitation | null> {
  if (actor.kind !== 'person') return null;
  const rows = await tx.$queryRaw<LockedInvitation[]>`
    SELECT i.id::text, i.provider_id::text AS "providerId", v.name AS "providerName", i.email, i.by_authority AS "byAuthority",
      i.accepted_at IS NULL AND i.revoked_at IS NULL AS "isOpen", i.version,
      NOT i.by_authority AND i.roles && ARRAY['signatory', 'providerAdmin'] AND i.created_by_person_id <> ${actor.personId}::uuid AS "isAnothers"
    FROM invitation i JOIN provider v ON v.id = i.provider_id
    WHERE i.id = ${invitationId}::uuid AND i.by_authority = ${actor.organisation === 'authority'}
      AND (${actor.organisation === 'authority'} OR i.provider_id = ${actor.providerId}::uuid) FOR UPDATE OF i`;
  return rows[0] ?? null;
}

function openProblem({ isOpen }: LockedInvitation): Problem | null {
  if (isOpen) return null;
  return conflict([], {
    code: 'invitationClosed',
    title: {
      sv: 'Inbjudan är redan mottagen eller återkallad.',
      en: 'The invitation is used or revoked already.',
    },
  });
}

/** Takes an invitation back: its link says so from the next click on. */
export const revokeInvitation = defineCommand({
  name: 'invitation.revoke',
  mandates: ['providerAdmin', 'agreementAdmin'],
  input: invitationInput,
  lock: (tx, input: InvitationInput, { actor }) => lockInvitation(tx, input, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: openProblem,
  stepUp: () => null,
  decide: ({ id }) => ok({ id }),
  async write(tx, { id }, { providerId, byAuthority }, { actor, now }) {
    const by = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE invitation SET revoked_at = ${now}, revoked_by_person_id = ${by}::uuid, version = version + 1
      WHERE id = ${id}::uuid`;
    return { invitationId: id, providerId, byAuthority };
  },
  audit: ({ invitationId }) => ({ type: 'invitation', id: invitationId, participantIds: [] }),
});

/**
 * Sends it again with a new link that lasts anew; the link before is worth nothing. Where it lets somebody attest or administer,
 * whoever invited does so: others take it back and invite in their own name.
 */
export const resendInvitation = defineCommand({
  name: 'invitation.resend',
  mandates: ['providerAdmin', 'agreementAdmin'],
  input: invitationInput,
  lock: (tx, input: InvitationInput, { actor }) => lockInvitation(tx, input, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: (invitation) => openProblem(invitation) ?? (invitation.isAnothers ? forbidden() : null),
  stepUp: () => null,
  decide: ({ id }) => ok({ id }),
  async write(tx, { id }, { providerId, providerName, email, byAuthority }, { now }) {
    const { token, hash, expiresAt } = newInvitationLink(now);
    await tx.$executeRaw`UPDATE invitation SET token_hash = ${hash}, expires_at = ${expiresAt}, sent_at = ${now}, version = version + 1
      WHERE id = ${id}::uuid`;
    await mailInvitation(tx, { email, providerName, token });
    return { invitationId: id, providerId, byAuthority };
  },
  audit: ({ invitationId }) => ({ type: 'invitation', id: invitationId, participantIds: [] }),
});
