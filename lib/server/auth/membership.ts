import type { Organisation, Role } from '#lib/domain/actor/role.ts';
import { type AuthContext, instant } from '#lib/server/auth/context.ts';
import { hashToken, isOpaqueToken } from '#lib/server/auth/opaque-token.ts';

type Asking = Pick<AuthContext, 'database' | 'now'>;

export type Membership = {
  readonly id: string;
  readonly organisation: Organisation;
  readonly role: Role;
  readonly providerName: string | null;
  readonly picked: boolean;
};

/** The memberships that the session's person holds today; none when the session is not valid. */
export async function listMemberships(
  context: Asking,
  token: string | undefined,
): Promise<readonly Membership[]> {
  if (!isOpaqueToken(token)) return [];
  const rows = await context.database.$queryRaw<
    {
      membership_id: string;
      organisation: Organisation;
      role: Role;
      provider_name: string | null;
      picked: boolean;
    }[]
  >`SELECT * FROM auth.memberships(${hashToken(token)}, ${instant(context)}::timestamptz)`;
  return rows.map((row) => ({
    id: row.membership_id,
    organisation: row.organisation,
    role: row.role,
    providerName: row.provider_name,
    picked: row.picked,
  }));
}

export type Picked =
  | { readonly outcome: 'picked'; readonly role: Role }
  | { readonly outcome: 'notYours' | 'noSession' };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Lets the session work in one of its person's memberships. */
export async function pickMembership(
  context: Asking,
  token: string | undefined,
  membershipId: string,
): Promise<Picked> {
  if (!isOpaqueToken(token)) return { outcome: 'noSession' };
  if (!uuid.test(membershipId)) return { outcome: 'notYours' };
  const rows = await context.database.$queryRaw<Picked[]>`
    SELECT * FROM auth.pick_membership(${hashToken(token)}, ${membershipId}::uuid, ${instant(context)}::timestamptz)`;
  const picked = rows[0];
  if (picked === undefined) throw new Error('The database gave no answer about the membership');
  return picked;
}
