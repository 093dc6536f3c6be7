import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchDatabase } from '#lib/server/health/watch-database.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a database that goes is seen at once, one that comes back soon after', async () => {
  const way = await openWay();
  const stopping = new AbortController();
  const watch = watchDatabase(way.url, stopping.signal);
  await expect.poll(() => way.ways()).toBe(1);
  expect(watch.isAway()).toBe(false);
  way.close();
  await expect.poll(() => watch.isAway(), { timeout: 500 }).toBe(true);
  way.open();
  await expect.poll(() => watch.isAway(), { timeout: 3000 }).toBe(false);
  stopping.abort();
  await watch.done;
  expect(watch.isAway()).toBe(false);
  way.end();
});

/** A way to the database that can be closed, as when the server ends. */
async function openWay() {
  const target = new URL(database.appUrl);
  const pairs = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) return socket.destroy();
    const there = connect(Number(target.port), target.hostname);
    for (const end of [socket, there]) {
      pairs.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        pairs.delete(end);
        socket.destroy();
        there.destroy();
      });
    }
    socket.pipe(there).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(database.appUrl);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    ways: () => pairs.size / 2,
    open: () => {
      isOpen = true;
    },
    close: () => {
      isOpen = false;
      for (const end of pairs) end.destroy();
    },
    end: () => server.close(),
  };
}
