import { revokeApiClientInput, type RevokeApiClientInput } from '#lib/schemas/api-client.ts';
import { systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { lockApiClient, revokedProblem } from '#lib/server/api-client/lock-api-client.ts';
import { tellAdministrators } from '#lib/server/api-client/tell-administrators.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** A system is turned off for good: its next request is refused, its tokens go by trigger. No e-ID, so that nothing is in the way of closing a door. */
export const revokeApiClient = defineCommand({
  name: 'apiClient.revoke',
  mandates: ['providerAdmin'],
  input: revokeApiClientInput,
  lock: (tx, { apiClientId }: RevokeApiClientInput, { actor }) => lockApiClient(tx, apiClientId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ isRevoked }, _, { actor }) => systemsGuard(actor) ?? (isRevoked ? revokedProblem() : null),
  stepUp: () => null,
  decide: ({ id }) => ok({ apiClientId: id }),
  async write(tx, change, { providerId }, { actor, now }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE api_client SET revoked_at = ${now}, revoked_by_person_id = ${personId}::uuid, version = version + 1
      WHERE id = ${change.apiClientId}::uuid`;
    await tellAdministrators(tx, providerId, now, {
      subject: 'Ett av era system är avstängt',
      text: 'Någon hos er har stängt av ett system som skickade eller läste era redovisningar. Det kommer inte åt något längre.',
    });
    return change;
  },
  audit: ({ apiClientId }) => ({ type: 'apiClient', id: apiClientId, participantIds: [] }),
});
