import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { isAssured, signingAlgorithm } from '#lib/server/auth/id-token-rules.ts';
import { testSettings } from '#lib/server/auth/testing/auth-fixture.ts';
import { TestBrowser } from '#lib/server/auth/testing/test-browser.ts';

// An issuer that answers every question with the ID token that a test makes up.

type Claims = Readonly<Record<string, unknown>>;
type Making = (claims: Claims) => Promise<string> | string;

const ASSURED = 'http://id.example/loa3';
let server: Server;
let context: AuthContext;
let make: Making;
let asked: URLSearchParams;
const own = await generateKeyPair('ES256');
const foreign = await generateKeyPair('ES256');
const signed =
  (key: CryptoKey): Making =>
  async (claims) =>
    await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', kid: '1' }).sign(key);
const genuine = signed(own.privateKey);
const having =
  (other: Claims): Making =>
  (claims) =>
    genuine({ ...claims, ...other });

beforeAll(async () => {
  const jwk = { ...(await exportJWK(own.publicKey)), kid: '1', alg: 'ES256', use: 'sig' };
  server = createServer((request, response) => {
    void serve(new URL(request.url ?? '/', context.settings.issuer), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  context = {
    // Nobody is looked up before the token has been believed: that it comes this far is what is seen.
    database: { $queryRaw: () => Promise.reject(new Error('there is no database')) } as never,
    settings: { ...testSettings, issuer, acrValues: [ASSURED] },
    now: () => new Date(),
  };

  async function serve(url: URL, response: ServerResponse): Promise<void> {
    const { status = 200, headers, body } = await answer(url);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };
  async function answer(url: URL): Promise<Answer> {
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return {
          body: {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/keys`,
            id_token_signing_alg_values_supported: ['none', 'HS256', 'ES256'],
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
          },
        };
      case '/keys':
        return { body: { keys: [jwk] } };
      case '/authorize': {
        asked = url.searchParams;
        const back = new URL(asked.get('redirect_uri') ?? '');
        back.search = new URLSearchParams({ code: 'a', state: asked.get('state') ?? '' }).toString();
        return { status: 303, headers: { location: back.href } };
      }
      default: {
        const now = Math.floor(Date.now() / 1000);
        const id_token = await make({
          iss: issuer,
          aud: testSettings.clientId,
          sub: 'karin',
          nonce: asked.get('nonce'),
          iat: now,
          exp: now + 60,
          auth_time: now,
          acr: ASSURED,
          'https://id.oidc.se/claim/personalIdentityNumber': '198001019999',
        });
        return { body: { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token } };
      }
    }
  }
});
afterAll(() => server.close());

let browser: TestBrowser;
beforeEach(() => {
  browser = new TestBrowser(context);
});
const beginning = { purpose: 'attestReports', contentHash: 'hash of what was shown', returnTo: '/done' };
const logIn = async () => await browser.startLogin();
const stepUp = async () => await browser.startStepUp(beginning);

test('a genuine ID token is believed, and its level of assurance was asked for', async () => {
  make = genuine;
  // The person is looked up in the database that there is not; nobody is logged in whose step-up it could be.
  expect(await logIn()).toBe('/login?problem=failed');
  expect(asked.get('acr_values')).toBe(ASSURED);
  expect(await stepUp()).toBe('/login?notice=ended&returnTo=%2Fdone');
  expect(asked.get('acr_values')).toBe(ASSURED);
});

test.each<[string, Making]>([
  ['signed with a key of somebody else', signed(foreign.privateKey)],
  ['not signed', (claims) => new UnsecuredJWT({ ...claims }).encode()],
  [
    'signed with the secret that the portal shares with the issuer',
    async (claims) =>
      await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(testSettings.clientSecret)),
  ],
  ['for another client', having({ aud: 'another' })],
  ['of another issuer', having({ iss: 'https://evil.example' })],
  ['that answers another request', having({ nonce: 'another' })],
  ['that has expired', having({ exp: 1_000_000 })],
  ['that says who it is too weakly', having({ acr: 'http://id.example/loa1' })],
  ['that does not say how strongly', having({ acr: undefined })],
])('an ID token %s logs nobody in and confirms nothing', async (kind, making) => {
  make = making;
  const weak = kind.includes('strongly') || kind.includes('weakly');
  expect(await logIn()).toBe(`/login?problem=${weak ? 'failed' : 'expired'}`);
  expect(await stepUp()).toBe('/login/step-up?problem=expired&returnTo=%2Fdone&back=%2Fdone');
});

test('an issuer that offers no key of its own to sign with is held to one all the same', () => {
  expect(signingAlgorithm(['none', 'HS256'])).toBe('RS256');
  expect(signingAlgorithm(['HS512', 'PS256', 'RS256'])).toBe('RS256');
  expect(signingAlgorithm(['ES384', 'none'])).toBe('ES384');
});

test('where no level is asked for, any is enough', () => {
  expect(isAssured(undefined, [])).toBe(true);
  expect(isAssured(['a'], ['a'])).toBe(false);
});
