import { landingPath } from '#lib/domain/actor/front-door.ts';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { readCookie, setCookie } from '#lib/server/auth/cookies.ts';
import { redirectTo, withReturnTo } from '#lib/server/auth/http.ts';
import { findIssuer } from '#lib/server/auth/issuer.ts';
import { pickMembership } from '#lib/server/auth/membership.ts';
import { type Deadlines, findSession } from '#lib/server/auth/session.ts';
import { endSession, keepSession } from '#lib/server/auth/session-life.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { toReturnPath } from '#lib/shared/i18n/return-path.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** How long is left, without making it longer: a page that asks by itself is not somebody at work. */
export async function showSession(context: AuthContext, request: Request): Promise<Response> {
  const session = await findSession(context, readCookie(request, context.settings, 'session'), false);
  return session === null
    ? problemResponse(knownProblem('unauthenticated'))
    : deadlinesResponse(context, session);
}

/** "Stay signed in". */
export async function keepAlive(context: AuthContext, request: Request): Promise<Response> {
  const kept = await keepSession(context, readCookie(request, context.settings, 'session'));
  return kept === null ? problemResponse(knownProblem('unauthenticated')) : deadlinesResponse(context, kept);
}

function deadlinesResponse(context: AuthContext, { idleEndsAt, absoluteEndsAt }: Deadlines): Response {
  const body = { idleEndsAt, absoluteEndsAt, now: context.now().toISOString() };
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}

/** Ends the session here and, where the issuer keeps one too, there. */
export async function logOut(context: AuthContext, request: Request): Promise<Response> {
  const { settings } = context;
  await endSession(context, readCookie(request, settings, 'session'), 'logout');
  return redirectTo(await afterLogout(context), [setCookie(settings, 'session', '', 0)]);
}

async function afterLogout({ settings }: AuthContext): Promise<string> {
  const back = '/login?notice=loggedOut';
  const issuer = await findIssuer(settings, 'kept');
  const endpoint = issuer.ok ? issuer.value.serverMetadata().end_session_endpoint : undefined;
  if (endpoint === undefined) return back;
  const location = new URL(endpoint);
  location.searchParams.set('client_id', settings.clientId);
  location.searchParams.set('post_logout_redirect_uri', `${settings.portalUrl}${back}`);
  return location.href;
}

/** The form on the page where one chooses organisation and role. */
export async function chooseMembership(context: AuthContext, request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const returnTo = toReturnPath(form.get('returnTo'));
  const token = readCookie(request, context.settings, 'session');
  const picked = await pickMembership(context, token, form.get('membershipId') ?? '');
  switch (picked.outcome) {
    case 'picked':
      return redirectTo(landingPath(picked.role, returnTo));
    case 'notYours':
      return redirectTo(withReturnTo('/choose-role?problem=notYours', returnTo));
    case 'noSession':
      return redirectTo(withReturnTo('/login?notice=ended', returnTo));
  }
}
