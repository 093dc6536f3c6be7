import { inviteAdministratorInput, type InviteAdministratorInput } from '#lib/schemas/administration.ts';
import { insertInvitations } from '#lib/server/administration/insert-invitations.ts';
import { tellOfGoverningRole } from '#lib/server/administration/tell-of-roles.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { forbidden } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/**
 * The authority invites a provider's first administrator, or another where the ones there were have left. Those who are there
 * are told.
 */
export const inviteAdministrator = defineCommand({
  name: 'invitation.createAdministrator',
  mandates: ['agreementAdmin'],
  input: inviteAdministratorInput,
  async lock(tx, { providerId }: InviteAdministratorInput) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`accounts:${providerId}`}))`;
    return await tx.provider.findUnique({ where: { id: providerId }, select: { id: true, name: true } });
  },
  version: () => null,
  guard: (_, __, { actor }) => (actor.kind === 'person' ? null : forbidden()),
  stepUp: (_, input) => ({
    purpose: 'manageAccess',
    contentHash: hashOf({ inviteAdministrator: input }).toString('hex'),
  }),
  decide: (_, { name, email }, { today }) =>
    ok({ name, email, roles: ['providerAdmin'] as const, scope: 'all' as const, from: today, to: null }),
  async write(tx, invited, provider, { actor, now, today }) {
    const by = actor.kind === 'person' ? actor.personId : '';
    const inviting = { providerId: provider.id, providerName: provider.name, by, byAuthority: true, now };
    const [invitationId = null] = await insertInvitations(tx, inviting, [invited]);
    await tellOfGoverningRole(tx, provider.id, [{ role: 'providerAdmin' }], today);
    return { invitationId, providerId: provider.id };
  },
  audit: ({ invitationId, providerId }) => ({
    type: 'invitation',
    id: invitationId,
    participantIds: [],
    detail: { providerId },
  }),
});
