import type { AuthOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Configuration } from 'openid-client';
import { loginAdapter } from '#lib/server/auth/adapter.ts';
import { acceptInvitation } from '#lib/server/auth/accept-invitation.ts';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { cookieAttributes, cookieName } from '#lib/server/auth/cookies.ts';
import { findPerson } from '#lib/server/auth/find-person.ts';
import { assuranceRequest, isAssured, signingAlgorithm } from '#lib/server/auth/id-token-rules.ts';
import {
  type IdentityClaims,
  identityNumberOf,
  identityRequest,
  parseClaims,
} from '#lib/server/auth/identity-claims.ts';
import { type LoginAttempt, noting } from '#lib/server/auth/login-attempt.ts';
import { callNextAuth, type NextAuthCall, type NextAuthReply } from '#lib/server/auth/next-auth-call.ts';
import { isUnreachable } from '#lib/server/auth/unreachable.ts';
import { newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { endSession } from '#lib/server/auth/session-life.ts';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';

const providerId = 'eid';
const flowSeconds = 15 * 60;

/**
 * The one module that knows next-auth. What it may do is narrowed to two calls: begin a login, and finish one.
 * Sessions are ours: it opens one through the adapter and never reads, prolongs or deletes any.
 */
export async function beginWithNextAuth(
  context: AuthContext,
  issuer: Configuration,
  attempt: LoginAttempt,
  callbackUrl: string,
): Promise<NextAuthReply> {
  const csrf = await call(context, issuer, attempt, { method: 'GET', path: ['csrf'], cookies: {} });
  const csrfCookie = csrf.cookies.find((cookie) =>
    cookie.startsWith(`${cookieName(context.settings, 'csrf')}=`),
  );
  const csrfToken = csrfTokenOf(csrf.body);
  if (csrfCookie === undefined || csrfToken === null) throw new Error('next-auth gave no CSRF token');
  // The gate has checked the form's Origin; next-auth's own token is handed over within the one request.
  const [value = ''] = csrfCookie.slice(csrfCookie.indexOf('=') + 1).split(';');
  return await call(context, issuer, attempt, {
    method: 'POST',
    path: ['signin', providerId],
    body: { csrfToken, callbackUrl },
    cookies: { [cookieName(context.settings, 'csrf')]: decodeURIComponent(value) },
  });
}

export async function finishWithNextAuth(
  context: AuthContext,
  issuer: Configuration,
  attempt: LoginAttempt,
  came: {
    readonly query: Readonly<Record<string, string>>;
    readonly cookies: Readonly<Record<string, string>>;
  },
): Promise<NextAuthReply> {
  return await call(context, issuer, attempt, { method: 'GET', path: ['callback', providerId], ...came });
}

function call(
  context: AuthContext,
  issuer: Configuration,
  attempt: LoginAttempt,
  given: NextAuthCall,
): Promise<NextAuthReply> {
  return callNextAuth(options(context, issuer, attempt), context.settings.portalUrl, given);
}

function csrfTokenOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('csrfToken' in body)) return null;
  return typeof body.csrfToken === 'string' ? body.csrfToken : null;
}

function options(context: AuthContext, issuer: Configuration, attempt: LoginAttempt): AuthOptions {
  const { settings } = context;
  const attributes = cookieAttributes(settings);
  const cookie = (name: Parameters<typeof cookieName>[1], maxAge?: number) => ({
    name: cookieName(settings, name),
    options: maxAge === undefined ? attributes : { ...attributes, maxAge },
  });
  return {
    secret: deriveKey(settings.portalSecret, 'next-auth/1').toString('base64url'),
    adapter: loginAdapter(context, attempt),
    providers: [provider(context, issuer, attempt)],
    session: { strategy: 'database', generateSessionToken: newOpaqueToken },
    pages: { signIn: '/login', error: '/login' },
    useSecureCookies: attributes.secure,
    cookies: {
      sessionToken: cookie('session'),
      callbackUrl: cookie('callback-url', flowSeconds),
      csrfToken: cookie('csrf', flowSeconds),
      state: cookie('state', flowSeconds),
      nonce: cookie('nonce', flowSeconds),
      pkceCodeVerifier: cookie('pkce', flowSeconds),
    },
    callbacks: {
      signIn: ({ profile }) => noting(attempt, () => admit(context, attempt, parseClaims(profile))),
    },
    // What goes wrong is told by `attempt` and by where next-auth redirects; its own words would hold claims.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** Between "the e-ID is genuine" and "a session is opened": who is it here, and out with whoever was logged in. */
async function admit(context: AuthContext, attempt: LoginAttempt, claims: IdentityClaims): Promise<boolean> {
  if (!isAssured(claims['acr'], context.settings.acrValues))
    throw new Error('The issuer let somebody in at another level of assurance than was asked for');
  // Somebody has shown who they are: whoever was logged in here no longer sits at the screen.
  await endSession(context, attempt.replacedToken, 'newLogin');
  const personId = await personOf(context, attempt, claims);
  if (personId === null) return false;
  attempt.personId = personId;
  attempt.authenticatedAt =
    claims.auth_time === undefined ? context.now() : new Date(claims.auth_time * 1000);
  attempt.sid = claims.sid ?? null;
  return true;
}

/** Whose login it is: somebody whom we know, or who takes an invitation with it. Null: nobody, and why stands in the attempt. */
async function personOf(
  context: AuthContext,
  attempt: LoginAttempt,
  claims: IdentityClaims,
): Promise<string | null> {
  if (attempt.invitation !== null) {
    const accepted = await acceptInvitation(context, attempt.invitation, claims);
    if (!accepted.ok) attempt.invitationProblem = accepted.error;
    return accepted.ok ? accepted.value : null;
  }
  const found = await findPerson(context, claims);
  if (found.outcome === 'found') return found.personId;
  attempt.problem = found.outcome;
  return null;
}

function provider(
  context: AuthContext,
  issuer: Configuration,
  attempt: LoginAttempt,
): OAuthConfig<IdentityClaims> {
  const metadata = issuer.serverMetadata();
  let claims: IdentityClaims | undefined;
  return {
    id: providerId,
    name: 'E-legitimation',
    type: 'oauth',
    issuer: metadata.issuer,
    clientId: context.settings.clientId,
    clientSecret: context.settings.clientSecret,
    ...(metadata.jwks_uri === undefined ? {} : { jwks_endpoint: metadata.jwks_uri }),
    client: {
      id_token_signed_response_alg: signingAlgorithm(metadata.id_token_signing_alg_values_supported),
    },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    authorization: {
      url: metadata.authorization_endpoint ?? '',
      params: { ...identityRequest, ...assuranceRequest(context.settings.acrValues), prompt: 'login' },
    },
    token: {
      url: metadata.token_endpoint ?? '',
      async request({ client, provider: own, params, checks }) {
        try {
          const tokens = await client.callback(own.callbackUrl, params, checks);
          claims = parseClaims(tokens.claims());
          // Some issuers keep the number out of the ID token.
          if (identityNumberOf(claims) === null && metadata.userinfo_endpoint !== undefined) {
            claims = { ...(await client.userinfo(tokens)), ...claims };
          }
          return { tokens };
        } catch (error) {
          attempt.problem = isUnreachable(error) ? 'down' : 'expired';
          throw error;
        }
      },
    },
    userinfo: {
      url: metadata.userinfo_endpoint ?? '',
      request: () => {
        if (claims === undefined) throw new Error('next-auth asked for claims before tokens');
        return { ...claims, name: claims.name ?? '' };
      },
    },
    profile: (given) => ({ id: given.sub, name: given.name ?? '' }),
    httpOptions: { timeout: 8_000 },
  };
}
