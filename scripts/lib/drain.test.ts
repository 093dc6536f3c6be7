import { once } from 'node:events';
import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { drain } from '#scripts/lib/drain.ts';

const agent = new Agent({ keepAlive: true });
afterEach(() => agent.destroy());

async function serving(answerAfterMs: number): Promise<{ server: Server; ask: () => Promise<string> }> {
  const server = createServer({ keepAliveTimeout: 20_000 }, (_request, response) => {
    setTimeout(() => response.end('answered'), answerAfterMs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = () =>
    new Promise<string>((resolve, reject) => {
      get({ host: '127.0.0.1', port, agent }, (response) => {
        response.setEncoding('utf8').on('data', resolve).on('error', reject);
      }).on('error', reject);
    });
  return { server, ask };
}

test('a request under way gets its answer, and its kept connection does not hold up the end', async () => {
  const { server, ask } = await serving(300);
  const answer = ask();
  await pause(100);
  const since = Date.now();
  await drain([server], 5000);
  expect(await answer).toBe('answered');
  expect(Date.now() - since).toBeLessThan(2000);
});

test('one that takes too long is broken off', async () => {
  const { server, ask } = await serving(60_000);
  const answer = ask().catch((error: unknown) => error);
  await pause(100);
  await drain([server], 300);
  expect(await answer).toBeInstanceOf(Error);
});
