import type { Actor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { FullAdministrator } from '#lib/domain/administration/last-administrator.ts';
import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

/** A role as it stands in its table, `to` exclusive. */
export type HeldRole = {
  readonly membershipId: string;
  readonly personId: string;
  readonly role: ProviderRole;
  readonly scope: OfficeScope;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly toBeforeEnd: PlainDate | null;
  readonly endedOn: Date | null;
  readonly version: number;
};

type Row = Omit<HeldRole, 'scope' | 'from' | 'to' | 'toBeforeEnd'> & {
  readonly allOffices: boolean;
  readonly officeIds: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly toBeforeEnd: string | null;
};

const dateOrNull = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));

/**
 * Whoever changes a provider's roles waits here for anybody else there who does, as the database's own guard of the last
 * administrator. Null: not somebody at a provider.
 */
export async function lockAccounts(tx: Tx, actor: Actor): Promise<ProviderActor | null> {
  if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`accounts:${actor.providerId}`}))`;
  return actor;
}

/** The roles at a provider that a condition on `m` chooses. */
export async function heldRoles(
  tx: Tx,
  providerId: string,
  condition: Prisma.Sql,
): Promise<readonly HeldRole[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m.id::text AS "membershipId", m.person_id::text AS "personId", m.role, m.all_offices AS "allOffices",
      ARRAY(SELECT o.office_id::text FROM membership_office o WHERE o.membership_id = m.id ORDER BY o.office_id) AS "officeIds",
      m.valid_from::text AS "from", m.valid_to::text AS "to", m.to_before_end::text AS "toBeforeEnd", m.ended_at AS "endedOn", m.version
    FROM membership m WHERE m.provider_id = ${providerId}::uuid AND ${condition} ORDER BY m.id`;
  return rows.map(({ allOffices, officeIds, from, to, toBeforeEnd, ...row }) => ({
    ...row,
    scope: allOffices ? 'all' : officeIds,
    from: plainDate(from),
    to: dateOrNull(to),
    toBeforeEnd: dateOrNull(toBeforeEnd),
  }));
}

export async function rolesById(
  tx: Tx,
  providerId: string,
  ids: readonly string[],
): Promise<readonly HeldRole[]> {
  return await heldRoles(tx, providerId, Prisma.sql`m.id = ANY (${ids}::uuid[])`);
}

/** Who administers all of the provider, now or later. */
export async function fullAdministrators(
  tx: Tx,
  providerId: string,
): Promise<readonly (FullAdministrator & { readonly personId: string })[]> {
  const held = await heldRoles(tx, providerId, Prisma.sql`m.role = 'providerAdmin' AND m.all_offices`);
  return held.map(({ membershipId, personId, from, to }) => ({ membershipId, personId, from, to }));
}

/** The ids of those offices of the provider that were asked for; fewer where some are not its own. */
export async function ownOffices(
  tx: Tx,
  providerId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM office WHERE provider_id = ${providerId}::uuid AND id = ANY (${ids}::uuid[])`;
  return rows.map(({ id }) => id);
}
