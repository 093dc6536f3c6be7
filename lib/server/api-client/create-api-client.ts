import { randomBytes } from 'node:crypto';
import { MOST_API_CLIENTS } from '#lib/domain/api-client/scope.ts';
import { createApiClientInput } from '#lib/schemas/api-client.ts';
import { lockSystems, systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { tellAdministrators } from '#lib/server/api-client/tell-administrators.ts';
import { newClientSecret } from '#lib/server/auth/client-secret.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { unprocessable } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** An administrator lets a system in, with the e-ID. Its secret can be looked at once; nobody attests what it sends yet. */
export const createApiClient = defineCommand({
  name: 'apiClient.create',
  mandates: ['providerAdmin'],
  input: createApiClientInput,
  async lock(tx, _, { actor }) {
    const providerId = await lockSystems(tx, actor);
    if (providerId === null) return null;
    return { providerId, inUse: await tx.apiClient.count({ where: { providerId, revokedAt: null } }) };
  },
  version: () => null,
  guard: (_, __, { actor }) => systemsGuard(actor),
  stepUp: ({ providerId }, { name, scopes }) => ({
    purpose: 'manageSystem',
    contentHash: hashOf({ create: { providerId, name, scopes } }).toString('hex'),
  }),
  decide: ({ inUse }) =>
    inUse < MOST_API_CLIENTS
      ? ok({ id: newId(), clientId: `lp-${randomBytes(8).toString('hex')}` })
      : err(
          unprocessable('tooManySystems', {
            sv: `Ni har redan ${MOST_API_CLIENTS} system. Stäng av något som inte används först.`,
            en: `You have ${MOST_API_CLIENTS} systems already. Turn off one that is not used first.`,
          }),
        ),
  async write(tx, { id, clientId }, { providerId }, { actor, now }, { name, scopes }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    const { secret, hash } = newClientSecret();
    await tx.$executeRaw`INSERT INTO api_client (id, client_id, secret_hash, provider_id, name, scopes, created_at, created_by_person_id, secret_made_at)
      VALUES (${id}::uuid, ${clientId}, ${hash}, ${providerId}::uuid, ${name}, ${scopes}::text[], ${now}, ${personId}::uuid, ${now})`;
    await tellAdministrators(tx, providerId, now, {
      subject: 'Ett nytt system har fått tillgång',
      text: 'Någon hos er har gett ett nytt system tillgång till era redovisningar.\n\nKänner ni inte till det? Logga in och stäng av systemet under System, och ring oss.',
    });
    const subject = { type: 'apiClient', id } as const;
    return { apiClientId: id, revealId: await keepSecret(tx, actor, { subject, secret, now }) };
  },
  audit: ({ apiClientId }, { clientId }, _, { scopes }) => ({
    type: 'apiClient',
    id: apiClientId,
    participantIds: [],
    detail: { clientId, scopes },
  }),
});
