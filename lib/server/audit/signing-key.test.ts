import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { auditFolder, keyId, readPublicKey } from '#lib/server/audit/checkpoint.ts';
import { signingKey } from '#lib/server/audit/write-checkpoint.ts';

test('a worker that was killed before it had written the public key writes it when it comes back', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'key-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const folder = auditFolder(dataDir);
  const made = keyId(await signingKey(folder));
  const published = await readFile(folder.publicKeys, 'utf8');
  for (const file of [folder.publicKey, folder.publicKeys]) await rm(file);
  expect(keyId(await signingKey(folder))).toBe(made);
  expect(keyId(await readPublicKey(folder))).toBe(made);
  expect(await readFile(folder.publicKeys, 'utf8')).toBe(published);
});
