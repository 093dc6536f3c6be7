import type { Actor } from '#lib/domain/actor/actor.ts';
import { lockSystems } from '#lib/server/api-client/decides-on-systems.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

export type LockedClient = {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly attestorMembershipId: string | null;
  readonly isRevoked: boolean;
  readonly version: number;
};

/** The provider's own system, held against others who would change it. */
export async function lockApiClient(tx: Tx, apiClientId: string, actor: Actor): Promise<LockedClient | null> {
  const providerId = await lockSystems(tx, actor);
  const rows = await tx.$queryRaw<LockedClient[]>`
    SELECT id::text, provider_id::text AS "providerId", name, scopes, attestor_membership_id::text AS "attestorMembershipId",
      revoked_at IS NOT NULL AS "isRevoked", version
    FROM api_client WHERE id = ${apiClientId}::uuid AND provider_id = ${providerId}::uuid`;
  return rows[0] ?? null;
}

export function revokedProblem(): Problem {
  return conflict([], {
    code: 'revoked',
    title: { sv: 'Systemet är redan avstängt.', en: 'The system is turned off already.' },
  });
}
