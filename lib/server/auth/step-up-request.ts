import * as client from 'openid-client';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { readCookie, setCookie } from '#lib/server/auth/cookies.ts';
import { redirectTo, withReturnTo } from '#lib/server/auth/http.ts';
import { assuranceRequest, isAssured } from '#lib/server/auth/id-token-rules.ts';
import { parseClaims } from '#lib/server/auth/identity-claims.ts';
import { findIssuer } from '#lib/server/auth/issuer.ts';
import { hashToken, isOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { renewSession } from '#lib/server/auth/session-life.ts';
import { type StepUpProblem, stepUpProblemPath } from '#lib/server/auth/step-up.ts';
import { openStepUp, type PendingStepUp } from '#lib/server/auth/step-up-cookie.ts';
import { isUnreachable } from '#lib/server/auth/unreachable.ts';
import { log } from '#lib/server/log.ts';
import { toReturnPath } from '#lib/shared/i18n/return-path.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

const callbackPath = '/api/step-up/callback';
/** How far the issuer's clock may be behind ours. */
const clockSeconds = 30;

export type BegunStepUp = {
  readonly location: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Where to send the person: a new authentication, whatever session the issuer may keep. */
export async function stepUpRequest(context: AuthContext): Promise<BegunStepUp | 'down'> {
  const issuer = await findIssuer(context.settings, 'fresh');
  if (!issuer.ok) return 'down';
  const secrets = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const location = client.buildAuthorizationUrl(issuer.value, {
    scope: 'openid',
    ...assuranceRequest(context.settings.acrValues),
    redirect_uri: `${context.settings.portalUrl}${callbackPath}`,
    prompt: 'login',
    max_age: '0',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
  });
  return { location: location.href, ...secrets };
}

/** The browser comes back: the same person, freshly authenticated, or a page that says what was wrong. */
export async function finishStepUp(context: AuthContext, request: Request): Promise<Response> {
  const { settings } = context;
  const token = readCookie(request, settings, 'session');
  const pending = await openStepUp(context, readCookie(request, settings, 'step-up'));
  if (pending === null) return redirectTo(stepUpProblemPath('expired', '/', '/'));
  const { returnTo, back } = pending;
  const spent = [setCookie(settings, 'step-up', '', 0)];

  const authenticated = await exchange(context, request, pending);
  if (!authenticated.ok) {
    log().info({ problem: authenticated.error }, 'renewed login not completed');
    return redirectTo(stepUpProblemPath(authenticated.error, returnTo, back), spent);
  }
  switch (await record(context, token, pending, authenticated.value)) {
    case 'recorded':
      return redirectTo(returnTo, [...spent, ...(await underNewToken(context, token))]);
    case 'otherPerson':
      return redirectTo(stepUpProblemPath('otherPerson', returnTo, back), spent);
    case 'noSession':
      return redirectTo(withReturnTo('/login?notice=ended', toReturnPath(back)), spent);
  }
}

/** The cookie of the session under its new token. */
async function underNewToken(context: AuthContext, token: string | undefined): Promise<readonly string[]> {
  const renewed = token === undefined ? null : await renewSession(context, token);
  if (renewed === null) return [];
  const seconds = Math.floor((renewed.absoluteEndsAt.getTime() - context.now().getTime()) / 1000);
  return [setCookie(context.settings, 'session', renewed.token, seconds)];
}

type Authenticated = { readonly subject: string; readonly at: Date };

async function exchange(
  context: AuthContext,
  request: Request,
  pending: PendingStepUp,
): Promise<Result<Authenticated, StepUpProblem>> {
  const issuer = await findIssuer(context.settings, 'kept');
  if (!issuer.ok) return err('down');
  const came = new URL(`${callbackPath}${new URL(request.url).search}`, context.settings.portalUrl);
  try {
    const tokens = await client.authorizationCodeGrant(issuer.value, came, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    });
    const claims = parseClaims(tokens.claims());
    // An issuer that ignores `prompt` and `max_age` answers with an old authentication, or does not say when it was.
    if (claims.auth_time === undefined || claims.auth_time < pending.startedAt - clockSeconds)
      return err('expired');
    if (!isAssured(claims['acr'], context.settings.acrValues)) return err('expired');
    return ok({ subject: claims.sub, at: new Date(claims.auth_time * 1000) });
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied')
      return err('cancelled');
    // Everything else that the client throws means that this answer does not count: wrong state, spent code, forged token.
    return err(isUnreachable(error) ? 'down' : 'expired');
  }
}

async function record(
  context: AuthContext,
  token: string | undefined,
  pending: PendingStepUp,
  authenticated: Authenticated,
): Promise<'recorded' | 'otherPerson' | 'noSession'> {
  if (!isOpaqueToken(token)) return 'noSession';
  const rows = await context.database.$queryRaw<{ outcome: 'recorded' | 'otherPerson' | 'noSession' }[]>`
    SELECT auth.record_step_up(${hashToken(token)}, ${context.settings.issuer}, ${authenticated.subject}, ${pending.purpose},
      ${pending.contentHash}, ${authenticated.at.toISOString()}::timestamptz, ${context.now().toISOString()}::timestamptz) AS outcome`;
  const row = rows[0];
  if (row === undefined) throw new Error('The database gave no answer about the step-up');
  return row.outcome;
}
