import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

// What `npm start` says and does when it cannot start: one line that says what to do, and an exit code that is not 0.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Outcome = { code: number | null; lines: string[] };

async function start(env: Record<string, string>): Promise<Outcome> {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: '38100',
      PORTAL_SEED: 'none',
      PORTAL_DATA_DIR: path.join(folder, crypto.randomUUID()),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, lines: said.trimEnd().split('\n') };
}

async function listening(answer: string): Promise<{ port: number; close(): void }> {
  const server = createServer((_request, response) => response.end(answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe('settings', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { PORT: 'abc' }, /^Wrong settings: PORT must be a port/],
    [
      'a seed that is none',
      { PORTAL_SEED: 'huge' },
      /^Wrong settings: PORTAL_SEED must be one of none, demo, pilot, national/,
    ],
    [
      'a database address that is none',
      { DATABASE_URL: 'mysql://x' },
      /^Wrong settings: DATABASE_URL must look like postgresql:/,
    ],
    [
      'a provider without its client',
      { OIDC_ISSUER: 'https://login.example' },
      /OIDC_CLIENT_ID must be set when OIDC_ISSUER is; OIDC_CLIENT_SECRET must be/,
    ],
    [
      'a secret that is short',
      { PORTAL_SECRET: 'short' },
      /^Wrong settings: PORTAL_SECRET must be at least 32 characters/,
    ],
  ])('%s', async (_name, env, line) => {
    const { code, lines } = await start(env);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(code).toBe(1);
  });
});

test('a port that another program uses', async () => {
  const other = await listening('');
  const { code, lines } = await start({ PORT: String(other.port) });
  other.close();
  expect(lines).toEqual([
    `Port ${other.port} is used by another program. Stop that, or set PORT to a free port.`,
  ]);
  expect(code).toBe(1);
});

describe('a database that cannot be used', () => {
  const { ownerUrl } = inject('testCluster');
  const changed = (change: (url: URL) => void): string => {
    const url = new URL(ownerUrl);
    change(url);
    return url.href;
  };

  test.each<[string, string, RegExp]>([
    [
      'no server',
      'postgresql://u:secretword@127.0.0.1:9/x',
      /\(u@127\.0\.0\.1:9\/x\) cannot be used: nothing answers there/,
    ],
    ['no host', 'postgresql://u:secretword@nowhere.invalid/x', /there is no such host/],
    [
      'another password',
      changed((url) => {
        url.password = 'secretword';
      }),
      /user or password is wrong/,
    ],
    [
      'another name',
      changed((url) => {
        url.pathname = '/nothing';
      }),
      /there is no such database/,
    ],
  ])('%s', async (_name, databaseUrl, line) => {
    const { code, lines } = await start({ DATABASE_URL: databaseUrl });
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines.join()).not.toContain('secretword');
    expect(code).toBe(1);
  });
});

describe('an identity provider that cannot be used', () => {
  const client = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };

  test('nobody answers', async () => {
    const { code, lines } = await start({ OIDC_ISSUER: 'http://127.0.0.1:9', ...client });
    expect(lines).toEqual([
      expect.stringMatching(
        /^The identity provider of OIDC_ISSUER does not answer at http:\/\/127\.0\.0\.1:9\/\.well-known/,
      ),
    ]);
    expect(code).toBe(1);
  });

  test('something else answers', async () => {
    const other = await listening('<html>');
    const { code, lines } = await start({ OIDC_ISSUER: `http://127.0.0.1:${other.port}`, ...client });
    other.close();
    expect(lines).toEqual([expect.stringMatching(/is no OpenID Connect provider/)]);
    expect(code).toBe(1);
  });
});

describe('a data folder that cannot be used', () => {
  test('a file of that name', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const { code, lines } = await start({ PORTAL_DATA_DIR: file });
    expect(lines).toEqual([`${file} is not a folder. Set PORTAL_DATA_DIR to a folder.`]);
    expect(code).toBe(1);
  });

  test('another start uses it', async () => {
    const used = path.join(folder, 'used');
    mkdirSync(used);
    const other = spawn('sh', ['-c', 'sleep 30; : start.ts'], { stdio: 'ignore' });
    writeFileSync(path.join(used, 'start.lock'), String(other.pid));
    const { code, lines } = await start({ PORTAL_DATA_DIR: used });
    other.kill();
    expect(lines).toEqual([
      expect.stringMatching(/is in use by another start \(process \d+\)\. Stop that one/),
    ]);
    expect(code).toBe(1);
  });

  test.skipIf(process.getuid?.() !== 0)('a disk without room', async () => {
    const small = path.join(folder, 'small');
    mkdirSync(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', small]);
    if (mounted.status !== 0) return;
    try {
      const { code, lines } = await start({ PORTAL_DATA_DIR: path.join(small, 'data') });
      expect(lines).toEqual([
        expect.stringMatching(/^The disk that holds .* has no room left\. Free at least 500 MB/),
      ]);
      expect(code).toBe(1);
    } finally {
      spawnSync('umount', ['-l', small]);
    }
  });

  test.skipIf(process.getuid?.() === 0)('one that may not be written to', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    const { code, lines } = await start({ PORTAL_DATA_DIR: closed });
    expect(lines).toEqual([expect.stringMatching(/cannot be written to/)]);
    expect(code).toBe(1);
  });
});
