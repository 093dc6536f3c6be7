import {
  giveStandingInput,
  type GiveStandingInput,
  withdrawStandingInput,
  type WithdrawStandingInput,
} from '#lib/schemas/api-client.ts';
import { systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { type LockedClient, lockApiClient, revokedProblem } from '#lib/server/api-client/lock-api-client.ts';
import { tellAdministrators } from '#lib/server/api-client/tell-administrators.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/** What the signatory is shown, and signs. */
function signedOf({ id, name, scopes, version }: LockedClient): object {
  return { standing: { apiClientId: id, name, scopes, version } };
}

/** A signatory takes on, in person and with the e-ID, to attest what one system sends (decision 7). */
export const giveStandingSignature = defineCommand({
  name: 'apiClient.giveStanding',
  mandates: ['signatory'],
  input: giveStandingInput,
  lock: (tx, { apiClientId }: GiveStandingInput, { actor }) => lockApiClient(tx, apiClientId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard({ isRevoked, scopes }, _, { actor }) {
    if (!scopes.includes('reports.write')) {
      return conflict([], {
        code: 'sendsNothing',
        title: { sv: 'Systemet får inte skicka redovisningar.', en: 'The system may not send reports.' },
      });
    }
    return systemsGuard(actor) ?? (isRevoked ? revokedProblem() : null);
  },
  // Bound to the version as well: a system that was changed meanwhile is looked at again.
  stepUp: (client) => ({
    purpose: 'giveStandingSignature',
    contentHash: hashOf(signedOf(client)).toString('hex'),
  }),
  decide: ({ id }) => ok({ apiClientId: id }),
  async write(tx, change, { providerId }, { actor, now }) {
    const membershipId = actor.kind === 'person' ? actor.membershipId : null;
    await tx.$executeRaw`UPDATE api_client SET attestor_membership_id = ${membershipId}::uuid, standing_given_at = ${now}, version = version + 1
      WHERE id = ${change.apiClientId}::uuid`;
    await tellAdministrators(tx, providerId, now, {
      subject: 'Ett av era system har fått ett stående intygande',
      text: 'En behörig att intyga hos er har åtagit sig att intyga det som ett av era system skickar. Det lämnas in genast, utan att någon intygar det i portalen.',
    });
    return change;
  },
  // What was signed stands in the log, with its hash.
  audit: ({ apiClientId }, _, client) => ({
    type: 'apiClient',
    id: apiClientId,
    participantIds: [],
    detail: { signed: signedOf(client), contentHash: hashOf(signedOf(client)).toString('hex') },
  }),
});

/** Any signatory may end a standing signature: what the system sends waits to be attested from its next request on. */
export const withdrawStandingSignature = defineCommand({
  name: 'apiClient.withdrawStanding',
  mandates: ['signatory'],
  input: withdrawStandingInput,
  lock: (tx, { apiClientId }: WithdrawStandingInput, { actor }) => lockApiClient(tx, apiClientId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ isRevoked, attestorMembershipId }, _, { actor }) =>
    systemsGuard(actor) ?? (isRevoked ? revokedProblem() : attestorMembershipId === null ? conflict() : null),
  stepUp: () => null,
  decide: ({ id }) => ok({ apiClientId: id }),
  async write(tx, change, { providerId }, { now }) {
    await tx.$executeRaw`UPDATE api_client SET attestor_membership_id = NULL, standing_given_at = NULL, version = version + 1
      WHERE id = ${change.apiClientId}::uuid`;
    await tellAdministrators(tx, providerId, now, {
      subject: 'Ett stående intygande är borttaget',
      text: 'En behörig att intyga hos er har tagit bort det stående intygandet för ett av era system. Det som systemet skickar blir utkast, som någon intygar i portalen.',
    });
    return change;
  },
  audit: ({ apiClientId }) => ({ type: 'apiClient', id: apiClientId, participantIds: [] }),
});
