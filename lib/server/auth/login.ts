import { landingPath } from '#lib/domain/actor/front-door.ts';
import type { Role } from '#lib/domain/actor/role.ts';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { cookieName, readCookie, readCookies, setCookie } from '#lib/server/auth/cookies.ts';
import { redirectTo, withReturnTo } from '#lib/server/auth/http.ts';
import { invitationPath } from '#lib/server/administration/administration-paths.ts';
import { isOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { findIssuer } from '#lib/server/auth/issuer.ts';
import { type LoginAttempt, type LoginProblem, newAttempt } from '#lib/server/auth/login-attempt.ts';
import { beginWithNextAuth, finishWithNextAuth } from '#lib/server/auth/next-auth.ts';
import { log } from '#lib/server/log.ts';
import { toReturnPath } from '#lib/shared/i18n/return-path.ts';

/** As long as somebody may take at the identity provider. */
const INVITED_SECONDS = 15 * 60;

/** The login form's answer: on to the identity provider, or back to the form when that does not answer. */
export async function beginLogin(context: AuthContext, request: Request): Promise<Response> {
  const returnTo = toReturnPath(new URLSearchParams(await request.text()).get('returnTo'));
  return await begin(context, returnTo, setCookie(context.settings, 'invitation', '', 0));
}

/** Takes an invitation: whoever identifies themselves now is whom its roles are bound to, whoever is logged in here. */
export async function beginInvitedLogin(context: AuthContext, token: string): Promise<Response> {
  if (!isOpaqueToken(token)) return redirectTo(invitationPath('unknown'));
  return await begin(context, '/', setCookie(context.settings, 'invitation', token, INVITED_SECONDS));
}

async function begin(context: AuthContext, returnTo: string, invitation: string): Promise<Response> {
  const issuer = await findIssuer(context.settings, 'fresh');
  if (!issuer.ok) return backToLogin('down', returnTo);
  const callbackUrl = `${context.settings.portalUrl}${returnTo}`;
  const reply = await beginWithNextAuth(context, issuer.value, newAttempt(undefined), callbackUrl);
  // Where next-auth could not begin, it redirects to its own error page.
  if (reply.location?.startsWith(`${context.settings.portalUrl}/`) !== false)
    return backToLogin('failed', returnTo);
  return redirectTo(reply.location, [...reply.cookies, invitation]);
}

/** Only what the issuer sends back is let through to next-auth. */
const answerFields = ['code', 'state', 'iss', 'error', 'error_description'] as const;

/** The browser comes back from the identity provider. */
export async function finishLogin(context: AuthContext, request: Request): Promise<Response> {
  const { settings } = context;
  const search = new URL(request.url).searchParams;
  const query = Object.fromEntries(
    answerFields.flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const returnTo = returnPathOf(context, request);
  const issuer = await findIssuer(settings, 'kept');
  if (!issuer.ok) return backToLogin('down', returnTo);

  const token = readCookie(request, settings, 'invitation');
  const attempt = newAttempt(readCookie(request, settings, 'session'), isOpaqueToken(token) ? token : null);
  const callbackCookie = cookieName(settings, 'callback-url');
  const cookies = { ...readCookies(request), [callbackCookie]: `${settings.portalUrl}${returnTo}` };
  const reply = await finishWithNextAuth(context, issuer.value, attempt, { query, cookies });
  const spent = [setCookie(settings, 'callback-url', '', 0), setCookie(settings, 'invitation', '', 0)];
  const setCookies = [...reply.cookies, ...spent];
  if (attempt.opened !== null) return redirectTo(afterLogin(attempt.opened.role, returnTo), setCookies);
  if (attempt.invitationProblem !== null)
    return redirectTo(
      `${invitationPath(attempt.invitation ?? '')}?problem=${attempt.invitationProblem}`,
      spent,
    );
  const problem = problemOf(attempt, query['error']);
  if (attempt.fault === null) log().info({ problem }, 'login not completed');
  else log().error({ problem, err: attempt.fault }, 'login failed');
  return backToLogin(problem, returnTo);
}

/** One role: to its page. Several, or none: to the page where one chooses. */
function afterLogin(role: Role | null, returnTo: string): string {
  return role === null ? withReturnTo('/choose-role', returnTo) : landingPath(role, returnTo);
}

function problemOf(attempt: LoginAttempt, error: string | undefined): LoginProblem {
  if (error === 'access_denied') return 'cancelled';
  if (error === 'temporarily_unavailable' || error === 'server_error') return 'down';
  return attempt.problem ?? (attempt.personId === null ? 'expired' : 'failed');
}

function backToLogin(problem: LoginProblem, returnTo: string): Response {
  return redirectTo(withReturnTo(`/login?problem=${problem}`, returnTo));
}

/** The path that the login began at, as it was kept in a cookie; anything but a path of ours is the first page. */
function returnPathOf(context: AuthContext, request: Request): string {
  const kept = readCookie(request, context.settings, 'callback-url');
  return kept?.startsWith(`${context.settings.portalUrl}/`) === true
    ? toReturnPath(kept.slice(context.settings.portalUrl.length))
    : '/';
}
