import { randomBytes } from 'node:crypto';
import type { ClientActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltProvider } from '#lib/server/testing/builders/provider.ts';

type Given = {
  readonly provider: BuiltProvider;
  readonly scopes?: readonly string[];
  /** The signatory whose standing signature it has. */
  readonly attestor?: ProviderActor;
};

/** A provider's system that has got a token. */
export async function buildApiClient(owner: Database, given: Given): Promise<ClientActor> {
  const id = newId();
  const scopes = given.scopes ?? ['reports.read', 'reports.write'];
  const attestorMembershipId = given.attestor?.membershipId ?? null;
  const client = { clientId: `client-${id}`, name: 'Provsystemet', providerId: given.provider.id };
  await owner.apiClient.create({
    data: {
      id,
      ...client,
      scopes: [...scopes],
      attestorMembershipId,
      secretHash: new Uint8Array(randomBytes(32)),
    },
  });
  return { kind: 'client', apiClientId: id, ...client, scopes, attestorMembershipId };
}
