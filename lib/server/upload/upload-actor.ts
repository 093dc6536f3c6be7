import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { isProviderRole } from '#lib/domain/actor/role.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly allOffices: boolean;
  readonly offices: readonly string[];
};

type Made = {
  readonly id: string;
  readonly membershipId: string;
  readonly locale: string;
  readonly receivedAt: Date;
};

/**
 * Whoever made an upload, as they are on the day it is read: with the role and the offices that they have then. Null: the
 * role has ended. There is no session behind this actor, so nothing that asks for e-ID can be done by it.
 */
export async function findUploadActor(
  worker: Database,
  upload: Made,
  today: PlainDate,
): Promise<ProviderActor | null> {
  const [row] = await worker.$queryRaw<Row[]>`
    SELECT m.person_id::text AS "personId", q.given_name AS "givenName", q.family_name AS "familyName", m.role,
      o.id::text AS "providerId", o.name AS "providerName", m.all_offices AS "allOffices",
      ARRAY(SELECT x.office_id::text FROM membership_office x WHERE x.membership_id = m.id) AS offices
    FROM membership m JOIN person q ON q.id = m.person_id JOIN provider o ON o.id = m.provider_id
    WHERE m.id = ${upload.membershipId}::uuid AND m.organisation = 'provider'
      AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)`;
  if (row === undefined || !isProviderRole(row.role)) return null;
  const { allOffices, offices, role, ...rest } = row;
  return {
    ...rest,
    kind: 'person',
    organisation: 'provider',
    role,
    sessionId: upload.id,
    membershipId: upload.membershipId,
    locale: upload.locale,
    assurance: 'eid',
    authenticatedAt: upload.receivedAt.toISOString(),
    officeScope: allOffices ? 'all' : offices,
  };
}
