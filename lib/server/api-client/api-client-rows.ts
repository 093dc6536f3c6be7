import type { ApiClientView } from '#lib/domain/api-client/system-view.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

type Row = Omit<ApiClientView, 'standing'> & {
  readonly attestor: string | null;
  readonly standingGivenAt: Date | null;
  readonly isOwn: boolean | null;
  readonly counts: boolean | null;
};

/** The provider's own systems that a condition on `c` chooses, those in use first, the newest first. */
export async function apiClientRows(
  tx: Tx,
  condition: Prisma.Sql,
  { actor, now, today }: CommandContext,
): Promise<readonly ApiClientView[]> {
  const membershipId = actor.kind === 'person' ? actor.membershipId : null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id::text, c.client_id AS "clientId", c.name, c.scopes, c.created_at AS "createdAt", c.secret_made_at AS "secretMadeAt",
      CASE WHEN c.previous_valid_until > ${now} THEN c.previous_valid_until END AS "oldSecretUntil", c.last_used_on::text AS "lastUsedOn",
      (SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = c.created_by_person_id) AS "createdBy",
      (SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = c.revoked_by_person_id) AS "revokedBy",
      c.revoked_at AS "revokedAt", c.version, c.standing_given_at AS "standingGivenAt",
      (SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = m.person_id) AS attestor,
      m.id = ${membershipId}::uuid AS "isOwn",
      m.role = 'signatory' AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) AS counts
    FROM api_client c LEFT JOIN membership m ON m.id = c.attestor_membership_id AND m.provider_id = c.provider_id
    WHERE c.provider_id = app.provider_id() AND ${condition}
    ORDER BY c.revoked_at IS NOT NULL, c.created_at DESC, c.id`;
  return rows.map(({ attestor, standingGivenAt, isOwn, counts, ...client }) => ({
    ...client,
    standing:
      attestor === null
        ? null
        : { name: attestor, givenAt: standingGivenAt, isOwn: isOwn === true, counts: counts === true },
  }));
}
