import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTrustedProxies } from '#lib/server/gate/client-address.ts';
import { createGateServer } from '#lib/server/gate/gate-server.ts';

let server: Server;
let port = 0;
const reached: { method: string; url: string; body: string; headers: Record<string, unknown> }[] = [];
const refused: string[] = [];

beforeAll(async () => {
  server = createGateServer(
    async (request, response) => {
      if (request.url === '/breaks') throw new Error('a defect');
      let body = '';
      for await (const chunk of request) body += String(chunk);
      reached.push({ method: request.method ?? '', url: request.url ?? '', body, headers: request.headers });
      response.setHeader('Content-Type', request.url === '/api/public' ? 'application/json' : 'text/html');
      if (request.url === '/api/public') response.setHeader('Cache-Control', 'public, max-age=60');
      response.end('passed');
    },
    {
      portalOrigin: 'http://localhost:3000',
      trustedProxies: parseTrustedProxies('') ?? expect.fail(),
      issuerOrigin: 'https://login.example',
      https: false,
      development: false,
      onError: () => undefined,
      onRefused: (why) => refused.push(why),
      timeouts: { headersTimeout: 300, requestTimeout: 400, connectionsCheckingInterval: 50 },
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** All that comes back for bytes sent as they are. */
async function raw(...pieces: (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  await once(socket, 'close');
  return answer;
}

const get = (target: string, headers = ''): string =>
  `GET ${target} HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n${headers}\r\n`;
const post = (target: string, type: string, body: string, headers = ''): string =>
  `POST ${target} HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:3000\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const formType = 'application/x-www-form-urlencoded';

describe('bytes that are no proper request get a problem document, never silence and never 500', () => {
  test.each<[string, string | Buffer, number]>([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01]), 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['an unknown method', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a space in the address', 'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a broken percent sign', get('/%E0%A4%A'), 400],
    ['a header without colon', 'GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n', 400],
    ['a header name with a space', 'GET / HTTP/1.1\r\nHost: x\r\na b: c\r\n\r\n', 400],
    ['17 kB of headers', get('/', `X-A: ${'a'.repeat(17_000)}\r\n`), 431],
    [
      'two lengths',
      `POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na`,
      400,
    ],
    [
      'a length and chunks',
      `POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a negative length', `POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n`, 400],
    [
      'a chunk of no size',
      `POST /api/x HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: ${formType}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
    ],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', 405],
    [
      'a websocket',
      get('/', 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: eA==\r\n').replace(
        'Connection: close\r\n',
        '',
      ),
      400,
    ],
    ['an unknown expectation', get('/', 'Expect: 200-maybe\r\n'), 417],
  ])('%s', async (_name, bytes, status) => {
    const answer = await raw(bytes);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(`"status":${status}`);
  });

  test('broken multipart', async () => {
    const answer = await raw(
      post('/api/reports/upload', 'multipart/form-data; boundary=x', '--x\r\nnonsense'),
    );
    expect(statusOf(answer)).toBe(400);
  });
});

describe('a sender who dawdles is answered and let go', () => {
  test('with the headers', async () => {
    expect(statusOf(await raw('GET / HTTP/1.1\r\nHost: x\r\n'))).toBe(408);
  });

  test('with the body', async () => {
    const head = post('/api/x', formType, '').replace('Content-Length: 0', 'Content-Length: 100');
    expect(statusOf(await raw(head, 'a='))).toBe(408);
  });
});

describe('bodies', () => {
  test('one that is larger than it said it would be is cut off', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    const head = `POST /api/x HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:3000\r\nContent-Type: ${formType}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const answer = await raw(head, ...Array.from({ length: 17 }, () => chunk));
    expect(statusOf(answer)).toBe(413);
    expect(reached.some((request) => request.body.length > 100_000)).toBe(false);
  });

  test('a sound one reaches the handler as it was sent', async () => {
    const answer = await raw(post('/api/x', formType, 'namn=%C3%85sa'));
    expect(statusOf(answer)).toBe(200);
    expect(reached.at(-1)).toMatchObject({ method: 'POST', url: '/api/x', body: 'namn=%C3%85sa' });
  });

  test('who asks first is told to go on only where the headers are in order', async () => {
    expect(await raw(post('/api/x', formType, 'a=1', 'Expect: 100-continue\r\n'))).toMatch(
      /^HTTP\/1\.1 100 Continue/,
    );
    expect(statusOf(await raw(post('/api/x', 'text/plain', 'a=1', 'Expect: 100-continue\r\n')))).toBe(415);
  });
});

describe('what is told to the handler', () => {
  test('nothing that the sender says in the framework’s or a proxy’s name', async () => {
    await raw(
      get(
        '/',
        'X-Middleware-Subrequest: a\r\nX-Request-Id: mine\r\nX-Nonce: mine\r\nX-Forwarded-Host: evil.example\r\n',
      ),
    );
    const headers = reached.at(-1)?.headers;
    expect(headers).not.toHaveProperty('x-middleware-subrequest');
    expect(headers?.['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers?.['x-forwarded-host']).toBe('localhost:3000');
  });

  test('the nonce of the answer’s policy', async () => {
    const answer = await raw(get('/'));
    const nonce = /'nonce-([^']+)'/.exec(answer)?.[1];
    expect(reached.at(-1)?.headers['x-nonce']).toBe(nonce);
    expect(reached.at(-1)?.headers['content-security-policy']).toContain(`'nonce-${nonce ?? ''}'`);
    expect(await raw(get('/'))).not.toContain(nonce);
  });
});

test('what is turned away is told of by a word, without anything of the request', async () => {
  refused.length = 0;
  await raw(get('/%00'));
  await raw(
    post('/api/x', formType, 'a=1').replace('Origin: http://localhost:3000', 'Origin: https://evil.example'),
  );
  await raw(post('/api/x', formType, 'a=%00'));
  await raw(post('/api/x', formType, 'a=1'));
  expect(refused).toEqual(['malformedRequest', 'forbiddenOrigin', 'malformedRequest']);
});

describe('answers', () => {
  test('that are somebody’s file run nothing and belong to no origin', async () => {
    const answer = await raw(get('/api/evidence/1/file?view'));
    expect(answer).toContain("Content-Security-Policy: sandbox; default-src 'none'");
    expect(answer).not.toContain('script-src');
  });

  test('carry the headers that protect the reader', async () => {
    const answer = await raw(get('/'));
    expect(answer).toContain("form-action 'self' https://login.example");
    expect(answer).toContain("frame-ancestors 'none'");
    expect(answer).toContain('Referrer-Policy: same-origin');
    expect(answer).toContain('X-Content-Type-Options: nosniff');
    expect(answer).not.toContain('unsafe');
    expect(answer).toContain('Cache-Control: no-store');
  });

  test('stay nowhere unless they are the build’s own files or JSON marked as public', async () => {
    expect(await raw(get('/api/public'))).toContain('Cache-Control: public, max-age=60');
    expect(await raw(get('/api/other'))).toContain('Cache-Control: no-store');
    expect(await raw(get('/_next/static/a.js'))).not.toContain('no-store');
  });

  test('a refusal is a page where the browser asks for one, in Swedish or English', async () => {
    const page = await raw(get('/%00', 'Accept: text/html,application/xhtml+xml\r\n'));
    expect(page).toContain('Content-Type: text/html');
    expect(page).toContain('<html lang="sv" dir="ltr">');
    expect(await raw(get('/%00', 'Accept: text/html\r\nAccept-Language: en-GB,sv;q=0.5\r\n'))).toContain(
      '<html lang="en" dir="ltr">',
    );
    expect(await raw(get('/%00', 'Accept: application/json\r\n'))).toContain('application/problem+json');
  });

  test('a defect is answered with 500 and an id, without its text', async () => {
    const answer = await raw(get('/breaks'));
    expect(statusOf(answer)).toBe(500);
    expect(answer).toMatch(/X-Request-Id: [0-9a-f-]{36}/);
    expect(answer).not.toContain('a defect');
  });
});
