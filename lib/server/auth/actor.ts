import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor, PersonActor } from '#lib/domain/actor/actor.ts';
import type { Role } from '#lib/domain/actor/role.ts';
import { authContext } from '#lib/server/auth/context.ts';
import { cookieName } from '#lib/server/auth/cookies.ts';
import { withReturnTo } from '#lib/server/auth/http.ts';
import { findLimitedActor, findRequestActor } from '#lib/server/auth/request-actor.ts';
import { findSession, type Session } from '#lib/server/auth/session.ts';
import type { Limit } from '#lib/server/rate-limit/limits.ts';
import type { TooSoon } from '#lib/server/rate-limit/take-token.ts';
import { PATH_HEADER, pathFrom } from '#lib/shared/path-header.ts';
import type { Result } from '#lib/shared/result.ts';

/** The session of the page being made: asked for once a request, however many components want it. */
export const getSession = cache(async (): Promise<Session | null> => {
  const context = authContext();
  return await findSession(context, await sessionToken());
});

/** The browser's session cookie as it came, for what is asked of the session itself. */
export async function sessionToken(): Promise<string | undefined> {
  const name = cookieName(authContext().settings, 'session');
  return (await cookies()).get(name)?.value;
}

/** The person and role that the page is for, or null: nobody logged in, or no role chosen yet. */
export async function getActor(): Promise<PersonActor | null> {
  return (await getSession())?.actor ?? null;
}

/**
 * The actor of a page that is for these roles alone. Others never come back from here: to the login, to the choice
 * of role, or to the page that says whose it is (403).
 */
export async function requireActor<R extends Role>(
  ...roles: readonly R[]
): Promise<PersonActor & { role: R }> {
  const session = await getSession();
  if (session === null) redirect(withReturnTo(await loginPath(), await ownPath()));
  if (session.actor === null) redirect(withReturnTo('/choose-role', await ownPath()));
  if (hasRole(session.actor, roles)) return session.actor;
  return forbidden();
}

function hasRole<R extends Role>(
  actor: PersonActor,
  roles: readonly R[],
): actor is PersonActor & { role: R } {
  return roles.some((role) => role === actor.role);
}

/** A cookie without a session: it has ended since, and the login page says so. */
async function loginPath(): Promise<string> {
  return (await sessionToken()) === undefined ? '/login' : '/login?notice=ended';
}

async function ownPath(): Promise<string> {
  return pathFrom((await headers()).get(PATH_HEADER));
}

/** Who makes the request that a route handler answers, by access token or session; null: nobody we know. */
export async function actorFromRequest(request: Request): Promise<Actor | null> {
  return await findRequestActor(authContext(), request);
}

/** The same where systems have a limit; an error says that this one asks too often. */
export async function limitedActorFromRequest(
  request: Request,
  limit: Limit,
): Promise<Result<Actor | null, TooSoon>> {
  return await findLimitedActor(authContext(), request, limit);
}
