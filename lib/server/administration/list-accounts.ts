import type { AccountList, AccountView } from '#lib/domain/administration/account.ts';
import type { AccountListInput } from '#lib/schemas/administration.ts';
import { accountRows } from '#lib/server/administration/account-rows.ts';
import { openInvitations } from '#lib/server/administration/open-invitations.ts';
import { officesOf } from '#lib/server/administration/offices-of.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

type Narrowed = Pick<AccountListInput, 'role' | 'office'>;

/** Whether the person `p` has a role at the provider that fits, in force now or later, or not any more. */
function hasRole(
  providerId: string,
  { role, office }: Narrowed,
  isEnded: boolean,
  today: PlainDate,
): Prisma.Sql {
  const ended = Prisma.sql`(m.valid_to IS NOT NULL AND (m.valid_to <= ${today}::date OR m.valid_to <= m.valid_from))`;
  return Prisma.sql`EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.provider_id = ${providerId}::uuid
    AND ${isEnded ? ended : Prisma.sql`NOT ${ended}`}
    ${role === '' ? Prisma.empty : Prisma.sql`AND m.role = ${role}`}
    ${
      office === ''
        ? Prisma.empty
        : Prisma.sql`AND (m.all_offices OR EXISTS (SELECT 1 FROM membership_office x
      WHERE x.membership_id = m.id AND x.office_id = ${office}::uuid))`
    })`;
}

/** The provider's own people with their roles, and those who are invited. */
export const listAccounts = defineQuery<AccountListInput, AccountList>({
  name: 'account.list',
  mandates: ['providerAdmin'],
  purpose: 'Leverantörens egna konton',
  async run(tx, input, { actor, now, today }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const { providerId } = actor;
    const { q, page } = input;
    const like = likePattern(q);
    const found =
      q === ''
        ? Prisma.empty
        : Prisma.sql`AND (p.given_name || ' ' || p.family_name ILIKE ${like} OR p.email ILIKE ${like})`;
    const current = Prisma.sql`(${hasRole(providerId, input, false, today)} ${found})`;
    const everCurrent = hasRole(providerId, { role: '', office: '' }, false, today);
    const ended = Prisma.sql`(${hasRole(providerId, input, true, today)} AND NOT ${everCurrent} ${found})`;
    const [counted] = await tx.$queryRaw<{ current: number; ended: number }[]>`
      SELECT count(*) FILTER (WHERE ${current})::int AS current, count(*) FILTER (WHERE ${ended})::int AS ended
      FROM person p WHERE p.id IN (SELECT person_id FROM membership WHERE provider_id = ${providerId}::uuid)`;
    const invitations = await openInvitations(tx, { providerId, like: q === '' ? null : like, input, now });
    const counts: Record<AccountView, number> = {
      current: counted?.current ?? 0,
      ended: counted?.ended ?? 0,
      invited: invitations.length,
    };
    const accounts =
      input.show === 'invited'
        ? []
        : await accountRows(
            tx,
            { providerId, actor, today },
            input.show === 'current' ? current : ended,
            Prisma.sql`LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
          );
    return {
      accounts,
      invitations: input.show === 'invited' ? invitations : [],
      counts,
      total: counts[input.show],
      page,
      pageSize: PAGE_SIZE,
      offices: await officesOf(tx, providerId),
    };
  },
  // Staff, not participants: nothing of anybody who is served.
  reads: () => null,
});
