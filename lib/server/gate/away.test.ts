import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTrustedProxies } from '#lib/server/gate/client-address.ts';
import { createGateServer } from '#lib/server/gate/gate-server.ts';

let server: Server;
let portal = '';
let isAway = false;
beforeAll(async () => {
  server = createGateServer(
    async (request, response) => {
      if (request.url === '/breaks') {
        isAway = true;
        throw new Error('Connection terminated unexpectedly');
      }
      response.end('passed');
    },
    {
      portalOrigin: 'http://localhost:3000',
      trustedProxies: parseTrustedProxies('') ?? expect.fail(),
      issuerOrigin: 'https://login.example',
      https: false,
      development: false,
      onError: () => undefined,
      isAway: () => isAway,
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('while the database is away a page says so in plain words, and when to come back', async () => {
  isAway = true;
  const response = await fetch(`${portal}/provider`, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const page = await response.text();
  expect(page).toContain('Portalen vilar en kort stund.');
  expect(page).toContain('det räknas bara en gång');
  expect(page).not.toMatch(/Error|at .*\.ts/);
});

test('programs get a problem document', async () => {
  isAway = true;
  const response = await fetch(`${portal}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: '{"rows":[]}',
  });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  expect(await response.json()).toMatchObject({ code: 'unavailable', status: 503 });
});

test('what does without the database goes on: how the portal is, and what pages look like', async () => {
  isAway = true;
  for (const path of ['/api/health', '/api/ready', '/_next/static/a.css']) {
    expect((await fetch(portal + path)).status).toBe(200);
  }
  isAway = false;
  expect((await fetch(`${portal}/provider`)).status).toBe(200);
});

test('what fails because it went away is told as that', async () => {
  isAway = false;
  expect((await fetch(`${portal}/breaks`)).status).toBe(503);
  isAway = false;
});
