import { OLD_SECRET_HOURS } from '#lib/domain/api-client/scope.ts';
import { rotateApiClientInput, type RotateApiClientInput } from '#lib/schemas/api-client.ts';
import { systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { lockApiClient, revokedProblem } from '#lib/server/api-client/lock-api-client.ts';
import { tellAdministrators } from '#lib/server/api-client/tell-administrators.ts';
import { newClientSecret } from '#lib/server/auth/client-secret.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/**
 * A system gets a new secret, with the administrator's e-ID. The old one counts for a day more, or ends at once, and with
 * it (by trigger) every token that it has got.
 */
export const rotateApiClient = defineCommand({
  name: 'apiClient.rotate',
  mandates: ['providerAdmin'],
  input: rotateApiClientInput,
  lock: (tx, { apiClientId }: RotateApiClientInput, { actor }) => lockApiClient(tx, apiClientId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ isRevoked }, _, { actor }) => systemsGuard(actor) ?? (isRevoked ? revokedProblem() : null),
  stepUp: ({ id, version }, { old }) => ({
    purpose: 'manageSystem',
    contentHash: hashOf({ rotate: { apiClientId: id, version, old } }).toString('hex'),
  }),
  decide: ({ id }) => ok({ id }),
  async write(tx, { id }, { providerId }, { actor, now }, { old }) {
    const { secret, hash } = newClientSecret();
    const until = old === 'day' ? new Date(now.getTime() + OLD_SECRET_HOURS * 3_600_000) : null;
    await tx.$executeRaw`UPDATE api_client SET secret_hash = ${hash}, secret_made_at = ${now}, version = version + 1,
        previous_secret_hash = CASE WHEN ${until}::timestamptz IS NOT NULL THEN secret_hash END, previous_valid_until = ${until}
      WHERE id = ${id}::uuid`;
    await tellAdministrators(tx, providerId, now, {
      subject: 'Ett av era system har fått en ny hemlighet',
      text: 'Någon hos er har gett ett av era system en ny hemlighet att logga in med.\n\nKänner ni inte till det? Logga in och stäng av systemet under System, och ring oss.',
    });
    const subject = { type: 'apiClient', id } as const;
    return { apiClientId: id, revealId: await keepSecret(tx, actor, { subject, secret, now }) };
  },
  audit: ({ apiClientId }, _, __, { old }) => ({
    type: 'apiClient',
    id: apiClientId,
    participantIds: [],
    detail: { old },
  }),
});
