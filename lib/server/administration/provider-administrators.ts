import type { Account, InvitationView, SignatoryRequestView } from '#lib/domain/administration/account.ts';
import type { AdministratorListInput } from '#lib/schemas/administration.ts';
import { accountRows } from '#lib/server/administration/account-rows.ts';
import { openInvitations } from '#lib/server/administration/open-invitations.ts';
import { openRequests } from '#lib/server/administration/show-account.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

export type AdministeredProvider = {
  readonly providerId: string;
  readonly name: string;
  readonly orgNo: string;
  readonly administrators: readonly string[];
  readonly invited: number;
};

export type ProviderAdministrators = {
  readonly providers: readonly AdministeredProvider[];
  readonly total: number;
  readonly without: number;
  readonly page: number;
  readonly pageSize: number;
  readonly requests: readonly SignatoryRequestView[];
};

const administers = (today: PlainDate): Prisma.Sql =>
  Prisma.sql`m.provider_id = v.id AND m.role = 'providerAdmin' AND m.all_offices AND m.valid_from <= ${today}::date
    AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)`;

/** All providers with those who administer them, and requests to attest that no other administrator can decide. */
export const listProviderAdministrators = defineQuery<AdministratorListInput, ProviderAdministrators>({
  name: 'account.listAdministrators',
  mandates: ['agreementAdmin'],
  purpose: 'Vilka som administrerar leverantörers konton',
  async run(tx, { q, show, page }, { today }) {
    const like = likePattern(q);
    const has = Prisma.sql`EXISTS (SELECT 1 FROM membership m WHERE ${administers(today)})`;
    const found = Prisma.sql`(v.name ILIKE ${like} OR v.org_no LIKE ${like})`;
    const [counts] = await tx.$queryRaw<{ all: number; without: number }[]>`
      SELECT count(*)::int AS all, count(*) FILTER (WHERE NOT ${has})::int AS without FROM provider v WHERE ${found}`;
    const providers = await tx.$queryRaw<AdministeredProvider[]>`
      SELECT v.id::text AS "providerId", v.name, v.org_no AS "orgNo",
        ARRAY(SELECT p.given_name || ' ' || p.family_name FROM membership m JOIN person p ON p.id = m.person_id
          WHERE ${administers(today)} ORDER BY p.family_name, p.given_name) AS administrators,
        (SELECT count(*)::int FROM invitation i WHERE i.provider_id = v.id AND i.accepted_at IS NULL AND i.revoked_at IS NULL) AS invited
      FROM provider v WHERE ${found} ${show === 'without' ? Prisma.sql`AND NOT ${has}` : Prisma.empty}
      ORDER BY v.name COLLATE "sv-x-icu", v.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const without = counts?.without ?? 0;
    return {
      providers,
      total: show === 'without' ? without : (counts?.all ?? 0),
      without,
      page,
      pageSize: PAGE_SIZE,
      requests: await openRequests(tx, unheard(today)),
    };
  },
  reads: () => null,
});

/** Requests that no other administrator of the provider can decide. */
function unheard(today: PlainDate): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM membership m WHERE ${administers(today)} AND m.person_id <> r.person_id)`;
}

export type ShownProvider = {
  readonly providerId: string;
  readonly name: string;
  readonly orgNo: string;
  readonly administrators: readonly Account[];
  readonly invitations: readonly InvitationView[];
};

/** One provider's administrators, and who is invited to be one by the authority. */
export const showProviderAdministrators = defineQuery<{ readonly providerId: string }, ShownProvider>({
  name: 'account.showAdministrators',
  mandates: ['agreementAdmin'],
  purpose: 'Vilka som administrerar en leverantörs konton',
  async run(tx, { providerId }, { now, today }) {
    const provider = await tx.provider.findUnique({
      where: { id: providerId },
      select: { name: true, orgNo: true },
    });
    if (provider === null) return null;
    const condition = Prisma.sql`EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.provider_id = ${providerId}::uuid
      AND m.role = 'providerAdmin' AND (m.valid_to IS NULL OR m.valid_to > ${today}::date))`;
    const accounts = await accountRows(tx, { providerId, actor: null, today }, condition, Prisma.empty);
    return {
      providerId,
      ...provider,
      administrators: accounts.map((account) => ({
        ...account,
        roles: account.roles.filter(({ role, standing }) => role === 'providerAdmin' && standing !== 'ended'),
      })),
      invitations: await openInvitations(tx, {
        providerId,
        like: null,
        input: { role: '', office: '' },
        now,
      }),
    };
  },
  reads: () => null,
});
