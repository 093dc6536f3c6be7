import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Address, type Posting, postWebhook } from '#lib/server/webhook/post-webhook.ts';

// A service of this machine that nobody out there may reach: every request that it gets is a hole.
let server: Server;
let port: number;
let reached = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    reached += 1;
    if (request.url === '/moved') response.writeHead(307, { location: '/inside' });
    if (request.url === '/flood') for (let n = 0; n < 1000; n += 1) response.write('x'.repeat(10_000));
    response.end('secret of the inside');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

const letter = (url: string) => ({ url, body: '{}', headers: {} });
const resolvesTo = (...addresses: string[]): Posting => ({
  allowLoopback: false,
  timeoutMilliseconds: 300,
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});

it.each([
  ['127.0.0.1'],
  ['::1'],
  ['::ffff:127.0.0.1'],
  ['169.254.169.254'],
  ['10.0.0.1'],
  ['100.64.1.1'],
  ['fd00::1'],
  ['64:ff9b::a00:1'],
])('a name that leads to %s is not gone to', async (address) => {
  expect(await postWebhook(letter(`https://inside.tallmo.se:${port}/`), resolvesTo(address))).toEqual({
    failure: 'notPublic',
    status: null,
    answer: null,
  });
  // Nor where one address of several is public.
  const mixed = resolvesTo('8.8.8.8', address);
  expect(await postWebhook(letter(`https://inside.tallmo.se:${port}/`), mixed)).toMatchObject({
    failure: 'notPublic',
  });
  expect(reached).toBe(0);
});

it.each([
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://[::ffff:7f00:1]/',
  'http://8.8.8.8/',
])('%s is not gone to, though it once was written down', async (url) => {
  expect(await postWebhook(letter(url), resolvesTo('8.8.8.8'))).toMatchObject({ failure: 'notPublic' });
});

it('a name is asked for once, and the connection goes to what was looked at: it cannot lead elsewhere a moment later', async () => {
  let asked = 0;
  const resolve = async (): Promise<readonly Address[]> => {
    asked += 1;
    // Public when looked at, this machine ever after. The public one is of a network where nobody answers (AS112).
    return [{ address: asked === 1 ? '192.31.196.1' : '127.0.0.1', family: 4 }];
  };
  const given = { allowLoopback: false, timeoutMilliseconds: 300, resolve };
  const { failure } = await postWebhook(letter(`https://rebinding.tallmo.se:${port}/`), given);
  expect(['timeout', 'unreachable']).toContain(failure);
  expect(asked).toBe(1);
  expect(reached).toBe(0);
});

it('a name that is not there, or that is never answered for, is said to be so', async () => {
  expect(await postWebhook(letter('https://nowhere.tallmo.se/'), resolvesTo())).toMatchObject({
    failure: 'noAddress',
  });
  const resolve = async () => await new Promise<readonly Address[]>(() => undefined);
  const given = { allowLoopback: false, timeoutMilliseconds: 50, resolve };
  expect(await postWebhook(letter('https://slow.tallmo.se/'), given)).toMatchObject({ failure: 'timeout' });
});

it('a redirect is an answer, not a way on', async () => {
  const before = reached;
  const given = { ...resolvesTo(), allowLoopback: true };
  expect(await postWebhook(letter(`http://127.0.0.1:${port}/moved`), given)).toMatchObject({
    failure: 'status',
    status: 307,
  });
  expect(reached).toBe(before + 1);
});

it('of an answer without end the beginning is read', async () => {
  const given = { ...resolvesTo(), allowLoopback: true };
  const flooded = await postWebhook(letter(`http://127.0.0.1:${port}/flood`), given);
  expect(flooded).toEqual({ failure: null, status: 200, answer: 'x'.repeat(200) });
});

it.each([
  [
    'says that it speaks something else from here',
    'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
  ],
  ['hangs up before it has answered', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ['answers what is not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
])(
  'a receiver that %s is one that was not reached: it keeps nobody waiting',
  async (_, answer) => {
    const odd = createTcpServer((socket) => {
      socket.on('error', () => socket.destroy()).once('data', () => socket.end(answer));
    });
    await new Promise<void>((resolve) => {
      odd.listen(0, '127.0.0.1', resolve);
    });
    const given = { ...resolvesTo(), allowLoopback: true };
    const url = `http://127.0.0.1:${(odd.address() as AddressInfo).port}/`;
    expect(await postWebhook(letter(url), given)).toEqual({
      failure: 'unreachable',
      status: null,
      answer: null,
    });
    odd.close();
  },
  5000,
);
