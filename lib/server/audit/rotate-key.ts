import { generateKeyPairSync } from 'node:crypto';
import type { SqlClient } from '#lib/server/audit/chain-entries.ts';
import { type AuditFolder, keyId } from '#lib/server/audit/checkpoint.ts';
import { readPublishedKeys } from '#lib/server/audit/published-keys.ts';
import {
  appendCheckpoint,
  nextCheckpoint,
  replaceFile,
  writeCheckpoint,
} from '#lib/server/audit/write-checkpoint.ts';

/** Exchanges the signing key: the old one vouches for the new one in a last checkpoint, then is gone. Says by what the new one is known. */
export async function rotateKey(folder: AuditFolder, client: SqlClient, at: Date): Promise<string> {
  await writeCheckpoint(folder, client, at);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const nextKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const last = await nextCheckpoint(folder, client, at, { nextKey });
  if (last === null) throw new Error('a checkpoint with a new key is always made');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  // The new key first beside the old one: a stop here or later leaves a key that the checkpoints vouch for.
  await replaceFile(`${folder.privateKey}.next`, pem, 0o600);
  await appendCheckpoint(folder, last);
  await replaceFile(folder.privateKey, pem, 0o600);
  await replaceFile(folder.head, JSON.stringify(last));
  const id = keyId(publicKey);
  const published = { id, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
  await replaceFile(
    folder.publicKeys,
    JSON.stringify([...(await readPublishedKeys(folder)), published], null, 2),
  );
  return id;
}
