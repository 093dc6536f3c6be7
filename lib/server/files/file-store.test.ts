import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileStore, folderStore } from '#lib/server/files/file-store.ts';

let folder = '';
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'files-'));
  store = folderStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = Buffer.from('delivery_area;month\n1;2026-05\n'.repeat(10_000));
const kept = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

async function* breaking() {
  yield content;
  throw new Error('connection lost');
}

async function put(limit = 1_000_000) {
  const stored = await store.put(Readable.from([content.subarray(0, 1000), content.subarray(1000)]), limit);
  if (stored === 'tooLarge') throw new Error('refused');
  return stored;
}

test('a file comes back as it was given, under a name that says nothing of it', async () => {
  const stored = await put();
  expect(stored).toEqual({
    name: expect.stringMatching(/^[0-9a-f]{48}$/),
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  const opened = await store.open(stored.name);
  expect(opened && (await buffer(opened))).toEqual(content);
});

test('the same content twice is two files', async () => {
  expect((await put()).name).not.toBe((await put()).name);
});

test('nobody else on the machine reads it', async () => {
  const { name } = await put();
  expect(statSync(path.join(folder, name.slice(0, 2), name)).mode & 0o077).toBe(0);
});

test('one that is too large leaves nothing behind', async () => {
  expect(await store.put(Readable.from([content]), content.length - 1)).toBe('tooLarge');
  expect(kept()).toEqual([]);
});

test('one that breaks off leaves nothing behind', async () => {
  await expect(store.put(breaking(), 1_000_000)).rejects.toThrow('connection lost');
  expect(kept()).toEqual([]);
});

test('what was removed is gone, and removing it again is no fault', async () => {
  const { name } = await put();
  await store.remove(name);
  await store.remove(name);
  expect(await store.open(name)).toBeUndefined();
});

test.each(['../../etc/passwd', '/etc/passwd', '', 'A'.repeat(48), `${'a'.repeat(47)}/`])(
  '%s is no name',
  async (name) => {
    await expect(store.open(name)).rejects.toThrow(/no name/);
    await expect(store.remove(name)).rejects.toThrow(/no name/);
  },
);
