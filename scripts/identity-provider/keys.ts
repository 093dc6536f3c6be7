import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'oidc-provider';
import { z } from 'zod';
import { errorCode } from '#lib/server/operator-fault.ts';

const keyFile = z.object({
  cookieKey: z.string().min(32),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) }),
});

export type ProviderKeys = { readonly cookieKey: string; readonly jwks: { keys: JWK[] } };

/** The signing key and the cookie key: made once, kept in the data folder, readable by its owner alone. */
export async function loadKeys(path: string): Promise<ProviderKeys> {
  const kept = await readKept(path);
  if (kept !== undefined) return keyFile.parse(JSON.parse(kept));
  const made = await makeKeys();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // Written beside and renamed: a kill in between leaves no half file behind.
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(made), { mode: 0o600 });
  await rename(unfinished, path);
  return made;
}

async function makeKeys(): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const jwk = { ...(await exportJWK(privateKey)), kty: 'RSA', kid, alg: 'RS256', use: 'sig' };
  return { cookieKey: randomBytes(32).toString('base64url'), jwks: { keys: [jwk] } };
}

async function readKept(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
