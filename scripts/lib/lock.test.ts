import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '#scripts/lib/lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = `
  import { withLock } from './scripts/lib/lock.mjs';
  import { readFileSync, writeFileSync } from 'node:fs';
  const [lock, counter] = process.argv.slice(1);
  for (let i = 0; i < 5; i += 1) await withLock(lock, async () => {
    const before = Number(readFileSync(counter, 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    writeFileSync(counter, String(before + 1));
  });`;

test('of several processes one at a time has its turn, also past a lock that a crash left', async () => {
  const lock = path.join(folder, 'lock');
  const counter = path.join(folder, 'counter');
  writeFileSync(counter, '0');
  // No process has this id: Linux counts to 4 194 304 at most.
  writeFileSync(lock, '4194305');
  await Promise.all(
    [1, 2, 3, 4].map(
      () =>
        new Promise<void>((resolve, reject) => {
          const child = spawn(process.execPath, ['--input-type=module', '-e', program, lock, counter], {
            stdio: 'inherit',
          });
          child.once('close', (code) =>
            code === 0 ? resolve() : reject(new Error(`ended with ${String(code)}`)),
          );
        }),
    ),
  );
  expect(readFileSync(counter, 'utf8')).toBe('20');
  expect(existsSync(lock)).toBe(false);
});

test('a task that fails gives the lock back', async () => {
  const lock = path.join(folder, 'lock');
  const failing = withLock(lock, () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await withLock(lock, () => 'next')).toBe('next');
});

test('a lock that was not waited for is not spoken of', async () => {
  const lock = path.join(folder, 'lock');
  writeFileSync(lock, '4194305');
  let waited = false;
  await withLock(
    lock,
    () => undefined,
    () => {
      waited = true;
    },
  );
  expect(waited).toBe(false);
});
