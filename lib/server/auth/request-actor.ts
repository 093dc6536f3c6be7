import type { Actor, ClientActor } from '#lib/domain/actor/actor.ts';
import { type AuthContext, instant } from '#lib/server/auth/context.ts';
import { readCookie } from '#lib/server/auth/cookies.ts';
import { hashToken, isOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { findSession } from '#lib/server/auth/session.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Limit } from '#lib/server/rate-limit/limits.ts';
import { type TooSoon, tokenAnswer, tokenTaken } from '#lib/server/rate-limit/take-token.ts';
import { ok, type Result } from '#lib/shared/result.ts';

/**
 * Who makes the request: a provider's system by its access token, else a person by their session. A request that
 * shows a token is judged by that alone, also when the token is worth nothing.
 */
export async function findRequestActor(context: AuthContext, request: Request): Promise<Actor | null> {
  return (await findCaller(context, request, Prisma.sql`0`))?.actor ?? null;
}

/** The same; of a provider's system it also takes a token of the limit, on the same way to the database. */
export async function findLimitedActor(
  context: AuthContext,
  request: Request,
  limit: Limit,
): Promise<Result<Actor | null, TooSoon>> {
  const taken = tokenTaken(limit, 'account', Prisma.sql`c.api_client_id::text`);
  const caller = await findCaller(context, request, taken);
  const token = tokenAnswer(caller?.wait ?? 0);
  return token.ok ? ok(caller?.actor ?? null) : token;
}

/** `wait`: the seconds that {@link tokenTaken} of the system `c` says; 0 for a person. */
type Caller = { readonly actor: Actor; readonly wait: number };

async function findCaller(context: AuthContext, request: Request, wait: Prisma.Sql): Promise<Caller | null> {
  const header = request.headers.get('authorization');
  if (header !== null) return await findClient(context, /^Bearer +(\S+)$/i.exec(header.trim())?.[1], wait);
  const session = await findSession(context, readCookie(request, context.settings, 'session'));
  return session?.actor == null ? null : { actor: session.actor, wait: 0 };
}

type ClientRow = {
  api_client_id: string;
  client_id: string;
  name: string;
  provider_id: string;
  scopes: string[];
  attestor_membership_id: string | null;
  wait: number;
};

async function findClient(
  context: AuthContext,
  token: string | undefined,
  wait: Prisma.Sql,
): Promise<Caller | null> {
  if (!isOpaqueToken(token)) return null;
  const rows = await context.database.$queryRaw<ClientRow[]>`
    SELECT c.*, (${wait})::float8 AS wait FROM auth.client_by_token(${hashToken(token)}, ${instant(context)}::timestamptz) c`;
  const row = rows[0];
  if (row === undefined) return null;
  const actor: ClientActor = {
    kind: 'client',
    apiClientId: row.api_client_id,
    clientId: row.client_id,
    name: row.name,
    providerId: row.provider_id,
    scopes: row.scopes,
    attestorMembershipId: row.attestor_membership_id,
  };
  return { actor, wait: row.wait };
}
