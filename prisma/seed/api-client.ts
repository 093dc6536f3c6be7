import type { Client } from 'pg';
import { newClientSecret } from '#lib/server/auth/client-secret.ts';
import { newId } from '#lib/server/ids.ts';

export type DemoApiClient = { readonly clientId: string; readonly clientSecret: string };

/** A provider's system that may send and read reports; with an attestor, under that signatory's standing signature. */
export async function writeApiClient(
  client: Client,
  given: {
    readonly providerId: string;
    readonly name: string;
    readonly attestorMembershipId: string | null;
  },
): Promise<DemoApiClient> {
  const { secret, hash } = newClientSecret();
  const clientId = 'demo-system';
  await client.query(
    `INSERT INTO api_client (id, client_id, secret_hash, provider_id, name, scopes, attestor_membership_id)
     VALUES ($1, $2, $3, $4, $5, '{reports.write,reports.read}', $6)`,
    [newId(), clientId, hash, given.providerId, given.name, given.attestorMembershipId],
  );
  return { clientId, clientSecret: secret };
}
