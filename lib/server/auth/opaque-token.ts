import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for cookies and access tokens: says nothing, and cannot be guessed. */
export function newOpaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. The token has 256 random bits, so that a plain hash cannot be turned back. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether the text can be one of our tokens at all; nothing else is worth asking the database about. */
export function isOpaqueToken(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text);
}
