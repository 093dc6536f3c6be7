import type { InvitationView } from '#lib/domain/administration/account.ts';
import type { AccountListInput } from '#lib/schemas/administration.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const MOST_SHOWN = 500;

type Row = Omit<InvitationView, 'from' | 'to' | 'isExpired'> & {
  readonly from: string;
  readonly to: string | null;
};

type Asked = {
  readonly providerId: string;
  readonly like: string | null;
  readonly input: Pick<AccountListInput, 'role' | 'office'>;
  readonly now: Date;
};

/** Invitations that nobody has taken yet, the newest first, also those whose link has run out. */
export async function openInvitations(
  tx: Tx,
  { providerId, like, input: { role, office }, now }: Asked,
): Promise<readonly InvitationView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.id::text, i.name, i.email, i.roles, i.all_offices AS "allOffices",
      ARRAY(SELECT o.name FROM office o WHERE o.id = ANY (i.office_ids) ORDER BY o.name COLLATE "sv-x-icu") AS offices,
      i.valid_from::text AS "from", i.valid_to::text AS "to", i.sent_at AS "sentAt", i.expires_at AS "expiresAt", i.version,
      p.given_name || ' ' || p.family_name AS "invitedBy",
      app.invites(i.provider_id, i.by_authority, i.all_offices, i.office_ids) AS "mayRevoke",
      app.invites(i.provider_id, i.by_authority, i.all_offices, i.office_ids) AND (i.by_authority
        OR NOT i.roles && ARRAY['signatory', 'providerAdmin'] OR i.created_by_person_id = app.person_id()) AS "mayResend"
    FROM invitation i JOIN person p ON p.id = i.created_by_person_id
    WHERE i.provider_id = ${providerId}::uuid AND i.accepted_at IS NULL AND i.revoked_at IS NULL
      ${like === null ? Prisma.empty : Prisma.sql`AND (i.name ILIKE ${like} OR i.email ILIKE ${like})`}
      ${role === '' ? Prisma.empty : Prisma.sql`AND ${role} = ANY (i.roles)`}
      ${office === '' ? Prisma.empty : Prisma.sql`AND (i.all_offices OR ${office}::uuid = ANY (i.office_ids))`}
    ORDER BY i.sent_at DESC, i.id LIMIT ${MOST_SHOWN}`;
  return rows.map(({ from, to, ...row }) => ({
    ...row,
    from: plainDate(from),
    to: to === null ? null : plainDate(to),
    isExpired: row.expiresAt <= now,
  }));
}
