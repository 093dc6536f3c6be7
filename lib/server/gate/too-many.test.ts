import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { parseTrustedProxies } from '#lib/server/gate/client-address.ts';
import { createGateServer } from '#lib/server/gate/gate-server.ts';
import type { Limit, Subject } from '#lib/server/rate-limit/limits.ts';
import { err, ok } from '#lib/shared/result.ts';

let server: Server;
let portal = '';
let isFull = true;
const asked: { limit: Limit; subject: Subject }[] = [];

beforeAll(async () => {
  server = createGateServer(
    async (_request, response) => {
      response.end('passed');
    },
    {
      portalOrigin: 'http://localhost:3000',
      trustedProxies: parseTrustedProxies('') ?? expect.fail(),
      issuerOrigin: 'https://login.example',
      https: false,
      development: false,
      onError: () => undefined,
      take: async (limit, subject) => {
        asked.push({ limit, subject });
        return isFull ? err({ retryAfterSeconds: 7 }) : ok(null);
      },
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const page = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(portal + path, { headers: { accept: 'text/html', ...headers } });

test.each([
  ['sv', 'ltr', 'Vänta en liten stund'],
  ['ar', 'rtl', ''],
  ['uk', 'ltr', ''],
])(
  'too many pages of the search are answered 429, in the language chosen: %s',
  async (locale, way, title) => {
    const response = await page('/providers?near=Umea', { cookie: `portal-locale=${locale}` });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(response.headers.get('content-language')).toBe(locale);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain(`<html lang="${locale}" dir="${way}">`);
    expect(html).toContain(title);
  },
);

test('programs get a problem document', async () => {
  const response = await fetch(`${portal}/api/oauth/token`, {
    method: 'POST',
    headers: { 'accept-language': 'en' },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect(response.status).toBe(429);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(response.headers.get('retry-after')).toBe('7');
  expect(await response.json()).toMatchObject({ code: 'tooManyRequests', status: 429 });
});

test.each(['/confirm/secret', '/shared-plan/secret', '/api/step-up/callback'])(
  '%s, too, as a page with words',
  async (path) => {
    const response = await page(path);
    expect(response.status).toBe(429);
    expect(await response.text()).toMatch(/<h1>.{10,}<\/h1>\s<p>.{10,}<\/p>/);
  },
);

test('who is logged in is counted for themselves, who makes up a cookie for nobody', async () => {
  asked.length = 0;
  const token = newOpaqueToken();
  expect((await page('/api/statements/1/xlsx', { cookie: `portal-session=${token}` })).status).toBe(429);
  expect((await page('/api/statements/1/xlsx', { cookie: 'portal-session=x' })).status).toBe(200);
  expect(asked.map(({ subject }) => subject)).toEqual([{ kind: 'account', id: token }]);
});

test('an address that somebody makes up is not believed: the proxy on this machine is', async () => {
  asked.length = 0;
  await page('/providers', { 'x-forwarded-for': '203.0.113.9, 192.0.2.7' });
  expect(asked.map(({ subject }) => subject)).toEqual([{ kind: 'address', id: '192.0.2.7' }]);
});

test('below the limit, and where nothing is limited, everything passes', async () => {
  isFull = false;
  expect((await page('/providers')).status).toBe(200);
  isFull = true;
  expect((await page('/calculator')).status).toBe(200);
});
