import { createHmac, randomInt } from 'node:crypto';
import { CODE_ALPHABET, codeOf, SECRET_CHARACTERS } from '#lib/domain/paper-code/paper-code.ts';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';
import { env } from '#lib/server/env.ts';

/** A new code, drawn by chance. */
export function newPaperCode(): string {
  return codeOf(Array.from({ length: SECRET_CHARACTERS }, () => randomInt(CODE_ALPHABET.length)));
}

/**
 * What is kept of a code: its hash under a key of the portal's own, so that the table alone cannot be tried against. It is looked up
 * by that hash, of which nobody without the key can tell how near another is: how long it takes says nothing.
 */
export function hashOfCode(code: string, portalSecret = env().PORTAL_SECRET): Uint8Array<ArrayBuffer> {
  const key = deriveKey(portalSecret, 'paper-code/1');
  return new Uint8Array(createHmac('sha256', key).update(code).digest());
}
