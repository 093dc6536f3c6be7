import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type AuditFolder, keyId } from '#lib/server/audit/checkpoint.ts';
import { errorCode } from '#lib/server/operator-fault.ts';

/** One public key as it is published. */
export type PublishedKey = { readonly id: string; readonly publicKey: string };

/** All public keys that checkpoints have been signed with, oldest first; none before the first is made. */
export async function readPublishedKeys(folder: AuditFolder): Promise<PublishedKey[]> {
  try {
    return JSON.parse(await readFile(folder.publicKeys, 'utf8')) as PublishedKey[];
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The same by what each is known: a key counts by what it is, not by what the file calls it. */
export async function publishedKeys(folder: AuditFolder): Promise<Map<string, KeyObject>> {
  return keysById(await readPublishedKeys(folder));
}

export function keysById(published: readonly PublishedKey[]): Map<string, KeyObject> {
  return new Map(
    published.map(({ publicKey }) => {
      const key = createPublicKey(publicKey);
      return [keyId(key), key];
    }),
  );
}
