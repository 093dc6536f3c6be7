import type { Invited } from '#lib/domain/administration/invitation.ts';
import { mailInvitation, newInvitationLink } from '#lib/server/administration/invitation-mail.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

export type Inviting = {
  readonly providerId: string;
  readonly providerName: string;
  readonly by: string;
  readonly byAuthority: boolean;
  readonly now: Date;
};

/** Writes invitations and sends their links, in one transaction. Returns their ids in the order given. */
export async function insertInvitations(
  tx: Tx,
  { providerId, providerName, by, byAuthority, now }: Inviting,
  invited: readonly Invited[],
): Promise<readonly string[]> {
  const made = invited.map((one) => ({ ...one, id: newId(), ...newInvitationLink(now) }));
  const rows = JSON.stringify(
    made.map(({ id, name, email, roles, scope, from, to, hash, expiresAt }) => ({
      id,
      name,
      email,
      roles,
      all: scope === 'all',
      offices: scope === 'all' ? [] : scope,
      from,
      to,
      hash: Buffer.from(hash).toString('hex'),
      expiresAt,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO invitation (id, provider_id, name, email, roles, all_offices, office_ids, valid_from, valid_to, token_hash, expires_at,
      sent_at, by_authority, created_by_person_id, created_at)
    SELECT x.id, ${providerId}::uuid, x.name, x.email, ARRAY(SELECT jsonb_array_elements_text(x.roles)), x.all,
      ARRAY(SELECT jsonb_array_elements_text(x.offices)::uuid), x."from", x."to", decode(x.hash, 'hex'), x."expiresAt",
      ${now}, ${byAuthority}, ${by}::uuid, ${now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, name text, email text, roles jsonb, "all" boolean, offices jsonb,
      "from" date, "to" date, hash text, "expiresAt" timestamptz)`;
  for (const { email, token } of made) await mailInvitation(tx, { email, providerName, token });
  return made.map(({ id }) => id);
}
