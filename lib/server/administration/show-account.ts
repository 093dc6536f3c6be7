import type { Account, EndConsequences, SignatoryRequestView } from '#lib/domain/administration/account.ts';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import { accountRows } from '#lib/server/administration/account-rows.ts';
import { officesOf } from '#lib/server/administration/offices-of.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ShownAccount = {
  readonly account: Account;
  readonly offices: readonly KnownOffice[];
  readonly isSelf: boolean;
};

/** One of the provider's own people. */
export const showAccount = defineQuery<{ readonly personId: string }, ShownAccount>({
  name: 'account.show',
  mandates: ['providerAdmin'],
  purpose: 'Ett av leverantörens egna konton',
  async run(tx, { personId }, { actor, today }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const { providerId } = actor;
    const [account] = await accountRows(
      tx,
      { providerId, actor, today },
      atProvider(providerId, [personId]),
      Prisma.empty,
    );
    if (account === undefined) return null;
    return { account, offices: await officesOf(tx, providerId), isSelf: personId === actor.personId };
  },
  reads: () => null,
});

type Chosen = { readonly accounts: readonly Account[]; readonly offices: readonly KnownOffice[] };

/** Several of them, for what is done to all at once. */
export const showChosenAccounts = defineQuery<{ readonly personIds: readonly string[] }, Chosen>({
  name: 'account.chosen',
  mandates: ['providerAdmin'],
  purpose: 'Leverantörens egna konton',
  async run(tx, { personIds }, { actor, today }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const { providerId } = actor;
    const accounts = await accountRows(
      tx,
      { providerId, actor, today },
      atProvider(providerId, personIds),
      Prisma.empty,
    );
    return accounts.length === 0 ? null : { accounts, offices: await officesOf(tx, providerId) };
  },
  reads: () => null,
});

type ChosenRoles = Chosen & { readonly consequences: EndConsequences };

/** Those who hold some roles, with these roles alone, and what follows when they end. Roles that have ended are left out. */
export const showChosenRoles = defineQuery<{ readonly membershipIds: readonly string[] }, ChosenRoles>({
  name: 'account.chosenRoles',
  mandates: ['providerAdmin'],
  purpose: 'Leverantörens egna konton',
  async run(tx, { membershipIds }, { actor, today }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const { providerId } = actor;
    const chosen = Prisma.sql`p.id IN (SELECT person_id FROM membership WHERE provider_id = ${providerId}::uuid
      AND id = ANY (${membershipIds}::uuid[]))`;
    const found = await accountRows(tx, { providerId, actor, today }, chosen, Prisma.empty);
    if (found.length === 0) return null;
    const accounts = found
      .map((account) => ({
        ...account,
        roles: account.roles.filter(
          ({ membershipId, standing }) => membershipIds.includes(membershipId) && standing !== 'ended',
        ),
      }))
      .filter(({ roles }) => roles.length > 0);
    return {
      accounts,
      offices: await officesOf(tx, providerId),
      consequences: await consequencesOf(tx, providerId, membershipIds, today),
    };
  },
  reads: () => null,
});

function atProvider(providerId: string, personIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`p.id = ANY (${personIds}::uuid[])
    AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.provider_id = ${providerId}::uuid)`;
}

/** What follows when roles end: participants without a coach, and systems without a standing signature. */
async function consequencesOf(
  tx: Tx,
  providerId: string,
  membershipIds: readonly string[],
  today: PlainDate,
): Promise<EndConsequences> {
  const [found] = await tx.$queryRaw<EndConsequences[]>`
    WITH ended AS (SELECT m.id, m.person_id FROM membership m WHERE m.id = ANY (${membershipIds}::uuid[]) AND m.role = 'coach'),
      left_coaches AS (SELECT e.person_id FROM ended e WHERE NOT EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = e.person_id AND m.provider_id = ${providerId}::uuid AND m.role = 'coach'
          AND m.id <> ALL (${membershipIds}::uuid[]) AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)))
    SELECT (SELECT count(*)::int FROM placement p WHERE p.provider_id = ${providerId}::uuid AND p.cancelled_at IS NULL
        AND coalesce(p."end", p."to") > ${today}::date AND p.coach_person_id IN (SELECT person_id FROM left_coaches)) AS participants,
      (SELECT count(*)::int FROM api_client c WHERE c.provider_id = ${providerId}::uuid AND c.revoked_at IS NULL
        AND c.attestor_membership_id = ANY (${membershipIds}::uuid[])) AS "standingSignatures"`;
  return found ?? { participants: 0, standingSignatures: 0 };
}

/** The offices that somebody may be given, for a form. */
export const accountOptions = defineQuery<
  object,
  { readonly offices: readonly KnownOffice[]; readonly reach: 'all' | readonly string[] }
>({
  name: 'account.options',
  mandates: ['providerAdmin'],
  purpose: 'Leverantörens egna konton',
  async run(tx, _, { actor }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    return { offices: await officesOf(tx, actor.providerId), reach: actor.officeScope };
  },
  reads: () => null,
});

/** Open requests to attest that a condition on `r` chooses. */
export async function openRequests(tx: Tx, condition: Prisma.Sql): Promise<readonly SignatoryRequestView[]> {
  return await tx.$queryRaw<SignatoryRequestView[]>`
    SELECT r.id::text, r.person_id::text AS "personId", p.given_name || ' ' || p.family_name AS name, v.name AS "providerName", r.reason,
      r.requested_at AS "requestedAt", r.version
    FROM signatory_request r JOIN person p ON p.id = r.person_id JOIN provider v ON v.id = r.provider_id
    WHERE r.status = 'open' AND ${condition} ORDER BY r.requested_at, r.id`;
}
