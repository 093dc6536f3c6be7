import type { Actor } from '#lib/domain/actor/actor.ts';
import type { EndpointState } from '#lib/domain/webhook/webhook-delivery.ts';
import { lockSystems } from '#lib/server/api-client/decides-on-systems.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type LockedEndpoint = {
  readonly id: string;
  readonly providerId: string;
  readonly url: string;
  readonly state: EndpointState;
  readonly version: number;
};

/** The provider's own endpoint, held against others who would change it. One that was removed is gone. */
export async function lockEndpoint(tx: Tx, endpointId: string, actor: Actor): Promise<LockedEndpoint | null> {
  const providerId = await lockSystems(tx, actor);
  const rows = await tx.$queryRaw<LockedEndpoint[]>`
    SELECT id::text, provider_id::text AS "providerId", url, state, version FROM webhook_endpoint
    WHERE id = ${endpointId}::uuid AND provider_id = ${providerId}::uuid AND removed_at IS NULL`;
  return rows[0] ?? null;
}
