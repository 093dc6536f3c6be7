import type { Actor, ClientActor } from '#lib/domain/actor/actor.ts';
import { type AuthContext, instant } from '#lib/server/auth/context.ts';
import { readCookie } from '#lib/server/auth/cookies.ts';
import { hashToken, isOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { findSession } from '#lib/server/auth/session.ts';

/**
 * Who makes the request: a provider's system by its access token, else a person by their session. A request that
 * shows a token is judged by that alone, also when the token is worth nothing.
 */
export async function findRequestActor(context: AuthContext, request: Request): Promise<Actor | null> {
  const header = request.headers.get('authorization');
  if (header !== null) return await findClient(context, /^Bearer +(\S+)$/i.exec(header.trim())?.[1]);
  const session = await findSession(context, readCookie(request, context.settings, 'session'));
  return session?.actor ?? null;
}

type ClientRow = {
  api_client_id: string;
  client_id: string;
  name: string;
  provider_id: string;
  scopes: string[];
  attestor_membership_id: string | null;
};

async function findClient(context: AuthContext, token: string | undefined): Promise<ClientActor | null> {
  if (!isOpaqueToken(token)) return null;
  const rows = await context.database.$queryRaw<ClientRow[]>`
    SELECT * FROM auth.client_by_token(${hashToken(token)}, ${instant(context)}::timestamptz)`;
  const row = rows[0];
  if (row === undefined) return null;
  return {
    kind: 'client',
    apiClientId: row.api_client_id,
    clientId: row.client_id,
    name: row.name,
    providerId: row.provider_id,
    scopes: row.scopes,
    attestorMembershipId: row.attestor_membership_id,
  };
}
