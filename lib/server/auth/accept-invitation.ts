import { isProviderRole } from '#lib/domain/actor/role.ts';
import {
  type AcceptProblem,
  canBeSamePerson,
  type LinkedInvitation,
  type LinkState,
} from '#lib/domain/administration/invitation.ts';
import { type AuthContext, instant } from '#lib/server/auth/context.ts';
import { type IdentityClaims, identityNumberOf } from '#lib/server/auth/identity-claims.ts';
import { hashToken, isOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type InvitationRow = {
  readonly state: LinkState;
  readonly name: string;
  readonly provider_name: string;
  readonly roles: readonly string[];
  readonly by_authority: boolean;
  readonly invited_by: string;
  readonly expires_at: string;
};

/** What the link of an invitation leads to; null where it is none of ours, or was replaced by a newer one. */
export async function findInvitation(
  context: Pick<AuthContext, 'database' | 'now'>,
  token: string,
): Promise<LinkedInvitation | null> {
  if (!isOpaqueToken(token)) return null;
  const [row] = await context.database.$queryRaw<InvitationRow[]>`
    SELECT state, name, provider_name, roles, by_authority, invited_by, expires_at
    FROM auth.find_invitation(${hashToken(token)}, ${instant(context)}::timestamptz)`;
  if (row === undefined) return null;
  return {
    state: row.state,
    name: row.name,
    providerName: row.provider_name,
    roles: row.roles.filter(isProviderRole),
    byAuthority: row.by_authority,
    invitedBy: row.invited_by,
    expiresAt: new Date(row.expires_at),
  };
}

type Names = { readonly given: string; readonly family: string };

/** The name of an e-ID in two parts; null where the issuer gives none. */
function namesOf({ name, given_name: given, family_name: family }: IdentityClaims): Names | null {
  if (typeof given === 'string' && typeof family === 'string' && given !== '') return { given, family };
  return name === undefined || name === '' ? null : splitName(name);
}

function splitName(name: string): Names {
  const [given = '', ...rest] = name.trim().split(/\s+/);
  return { given, family: rest.join(' ') };
}

/**
 * Binds an invitation to whoever has just identified themselves with their e-ID, and says who that is. A person is made where
 * there is none with that number. Nothing is changed where it cannot be.
 */
export async function acceptInvitation(
  context: AuthContext,
  token: string,
  claims: IdentityClaims,
): Promise<Result<string, AcceptProblem>> {
  const invitation = await findInvitation(context, token);
  if (invitation === null) return err('missing');
  const names = namesOf(claims);
  if (names !== null && !canBeSamePerson(invitation.name, `${names.given} ${names.family}`))
    return err('otherName');
  const { given, family } = names ?? splitName(invitation.name);
  const number = identityNumberOf(claims);
  const hash = number === null ? null : identityHash(number, context.settings.portalSecret);
  const [row] = await context.database.$queryRaw<
    { outcome: AcceptProblem | 'found'; person_id: string | null }[]
  >`
    SELECT * FROM auth.accept_invitation(${hashToken(token)}, ${context.settings.issuer}, ${claims.sub}, ${hash}::bytea, ${number},
      ${given}, ${family}, ${instant(context)}::timestamptz)`;
  if (row === undefined) throw new Error('The database gave no answer about the invitation');
  if (row.outcome !== 'found') return err(row.outcome);
  if (row.person_id === null) throw new Error('The database took an invitation and did not say for whom');
  return ok(row.person_id);
}
