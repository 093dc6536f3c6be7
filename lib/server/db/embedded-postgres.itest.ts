import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { withClient } from '#lib/server/db/with-client.ts';

// Making a cluster waits for the disk.
vi.setConfig({ testTimeout: 90_000 });

// One cluster for most tests, since making one takes seconds; `dataDir` is its data folder.
const folder = mkdtempSync(path.join(tmpdir(), 'cluster-'));
const dataDir = path.join(folder, 'data');
const running: EmbeddedPostgres[] = [];

beforeAll(() => chmodSync(folder, 0o711));
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(at = dataDir): Promise<EmbeddedPostgres> {
  const server = await startPostgres(at, 36_000);
  running.push(server);
  return server;
}

const ask = async (server: EmbeddedPostgres, sql: string): Promise<unknown[]> =>
  (await withClient(server.ownerUrl, (client) => client.query<Record<string, unknown>>(sql))).rows;

function clusterOf(at = dataDir): string {
  const { folder: name } = JSON.parse(readFileSync(path.join(at, 'postgres.json'), 'utf8')) as {
    folder: string;
  };
  return path.resolve(at, name);
}

const postmaster = (): number =>
  Number.parseInt(readFileSync(path.join(clusterOf(), 'postmaster.pid'), 'utf8'), 10);

test('what a row that is refused held is not in the server’s own log', async () => {
  const server = await start();
  await ask(server, `CREATE TABLE person_told (name text CHECK (name = ''))`);
  await expect(ask(server, `INSERT INTO person_told VALUES ('Hemligaste')`)).rejects.toThrow(
    /check constraint/,
  );
  const said = readFileSync(path.join(dataDir, 'postgres.log'), 'utf8');
  expect(said).toContain('violates check constraint');
  expect(said).not.toContain('Hemligaste');
});

test('what was committed is there after the server was killed, on the same port, at once', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(postmaster(), 'SIGKILL');
  expect(await first.exited).toBeTypeOf('string');
  const second = await start();
  expect(await ask(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  expect(second.port).toBe(first.port);
});

test('a commit waits for the disk, and only this machine reaches the server', async () => {
  const server = await start();
  expect(
    await ask(
      server,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'jit') ORDER BY 1`,
    ),
  ).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'jit', setting: 'off' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
});

test('without the password nobody gets in', async () => {
  const { ownerUrl } = await start();
  await expect(withClient(ownerUrl.replace(/:[0-9a-f]+@/, ':wrong@'), async () => undefined)).rejects.toThrow(
    /password authentication failed/,
  );
});

test('a port that was taken meanwhile is left to whoever has it', async () => {
  const first = await start();
  await first.stop();
  const other = createServer().listen(first.port, '127.0.0.1');
  await once(other, 'listening');
  const second = await start();
  other.close();
  expect(second.port).not.toBe(first.port);
});

test('a lock file whose process id another program has now does not stand in the way', async () => {
  const first = await start();
  const lock = path.join(clusterOf(), 'postmaster.pid');
  const left = readFileSync(lock, 'utf8');
  await first.stop();
  writeFileSync(lock, left.replace(/^\d+/, String(process.pid)));
  expect(await ask(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a data folder can be moved', async () => {
  await ask(await start(), 'CREATE TABLE moved (id int)');
  await running.splice(0)[0]?.stop();
  const elsewhere = path.join(folder, 'elsewhere');
  renameSync(dataDir, elsewhere);
  const found = await ask(await start(elsewhere), 'SELECT count(*)::int AS n FROM moved');
  await running.splice(0)[0]?.stop();
  renameSync(elsewhere, dataDir);
  expect(found).toEqual([{ n: 0 }]);
});

test.skipIf(process.getuid?.() !== 0)(
  'below a folder that is closed to others, root’s server works too, and a new folder begins empty',
  async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const own = path.join(closed, 'data');
    const first = await start(own);
    await ask(first, 'CREATE TABLE kept (id int)');
    const outside = path.dirname(clusterOf(own));
    expect(outside).toMatch(/^\/var\/lib\/leverantorsportalen\/clusters\//);
    await first.stop();
    await (await start(own)).stop();
    rmSync(own, { recursive: true });
    const second = await start(own);
    expect(await ask(second, `SELECT to_regclass('kept')::text AS kept`)).toEqual([{ kept: null }]);
    // The first cluster is nobody's any more.
    expect(existsSync(outside)).toBe(false);
    await second.stop();
    rmSync(path.dirname(clusterOf(own)), { recursive: true });
  },
);
