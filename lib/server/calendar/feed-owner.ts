import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { isProviderRole } from '#lib/domain/actor/role.ts';
import { hashOfSecret, isFeedSecret, isSameHash } from '#lib/server/calendar/feed-secret.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly feedId: string;
  readonly secretHash: Uint8Array;
  readonly membershipId: string;
  readonly personId: string;
  readonly role: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly allOffices: boolean;
  readonly offices: readonly string[];
};

export type FeedOwner = { readonly feedId: string; readonly actor: ProviderActor };

/**
 * Whose calendar an address is, with the role and offices that they have today; null for any other address, and where the
 * role has ended. There is no session behind this actor: it can be told counts, and give no command.
 */
export async function findFeedOwner(
  database: Pick<Database, '$queryRaw'>,
  secret: string,
  today: PlainDate,
): Promise<FeedOwner | null> {
  if (!isFeedSecret(secret)) return null;
  const hash = hashOfSecret(secret);
  const [row] = await database.$queryRaw<Row[]>`
    SELECT feed_id::text AS "feedId", secret_hash AS "secretHash", membership_id::text AS "membershipId", person_id::text AS "personId",
      role, provider_id::text AS "providerId", provider_name AS "providerName", all_offices AS "allOffices", offices::text[] AS offices
    FROM app.calendar_owner(${hash}, ${today}::date)`;
  if (row === undefined || !isSameHash(row.secretHash, hash) || !isProviderRole(row.role)) return null;
  const { feedId, membershipId, personId, role, providerId, providerName, allOffices, offices } = row;
  return {
    feedId,
    actor: {
      kind: 'person',
      organisation: 'provider',
      personId,
      membershipId,
      sessionId: feedId,
      // Nobody's name is needed where nobody is shown.
      givenName: '',
      familyName: '',
      locale: 'sv',
      assurance: 'eid',
      authenticatedAt: `${today}T00:00:00Z`,
      role,
      providerId,
      providerName,
      officeScope: allOffices ? 'all' : offices,
    },
  };
}
