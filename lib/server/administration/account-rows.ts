import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { type Account, type AccountRole, standingOf } from '#lib/domain/administration/account.ts';
import { isWithin } from '#lib/domain/administration/office-scope.ts';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

type RoleRow = {
  readonly membershipId: string;
  readonly version: number;
  readonly role: ProviderRole;
  readonly allOffices: boolean;
  readonly offices: readonly KnownOffice[];
  readonly from: string;
  readonly to: string | null;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
};

type Row = Omit<Account, 'roles'> & { readonly roles: readonly RoleRow[] };

function roleOf(
  { from: first, to: last, endedAt, ...row }: RoleRow,
  actor: ProviderActor | null,
  today: PlainDate,
): AccountRole {
  const from = plainDate(first);
  const to = last === null ? null : plainDate(last);
  const isReached =
    actor !== null && isWithin(row.allOffices ? 'all' : row.offices.map(({ id }) => id), actor.officeScope);
  return {
    ...row,
    from,
    to,
    standing: standingOf(from, to, today),
    mayRestore: isReached && endedAt !== null && plainDateFromDate(new Date(endedAt)) === today,
    isReached,
  };
}

/**
 * The people at a provider that a condition on the person `p` chooses, by name, with all their roles there: those that count
 * now or later first. `actor`: whoever reads as an administrator there.
 */
export async function accountRows(
  tx: Tx,
  {
    providerId,
    actor,
    today,
  }: { readonly providerId: string; readonly actor: ProviderActor | null; readonly today: PlainDate },
  condition: Prisma.Sql,
  page: Prisma.Sql,
): Promise<readonly Account[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id::text AS "personId", p.given_name || ' ' || p.family_name AS name, p.email, l.at AS "lastLoginAt",
      (SELECT jsonb_agg(jsonb_build_object('membershipId', m.id, 'version', m.version, 'role', m.role, 'allOffices', m.all_offices,
          'from', m.valid_from, 'to', m.valid_to, 'endedAt', m.ended_at,
          'endedBy', (SELECT e.given_name || ' ' || e.family_name FROM person e WHERE e.id = m.ended_by_person_id),
          'offices', coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu", o.id)
            FROM membership_office x JOIN office o ON o.id = x.office_id WHERE x.membership_id = m.id), '[]'))
          ORDER BY m.valid_to IS NOT NULL AND m.valid_to <= ${today}::date,
            array_position(ARRAY['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'], m.role), m.valid_from DESC, m.id)
        FROM membership m WHERE m.person_id = p.id AND m.provider_id = ${providerId}::uuid) AS roles
    FROM person p LEFT JOIN app.last_logins(${providerId}::uuid) l ON l.person_id = p.id
    WHERE ${condition}
    ORDER BY p.family_name COLLATE "sv-x-icu", p.given_name COLLATE "sv-x-icu", p.id ${page}`;
  return rows.map(({ roles, ...row }) => ({
    ...row,
    roles: roles.map((role) => roleOf(role, actor, today)),
  }));
}
