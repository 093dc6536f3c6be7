import { timingSafeEqual } from 'node:crypto';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';

/** A secret for a provider's system, shown once, and what the database keeps of it. */
export function newClientSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = newOpaqueToken();
  return { secret, hash: hashClientSecret(secret) };
}

/** Secrets are made by us of 256 random bits, never chosen: a plain SHA-256 cannot be searched. */
export function hashClientSecret(secret: string): Buffer {
  return hashToken(secret);
}

/** Compares in the same time whatever differs, and whether there is such a client or not. */
export function isClientSecret(secret: string, hash: Uint8Array | undefined): boolean {
  const given = hashClientSecret(secret);
  const kept = hash?.length === given.length ? hash : Buffer.alloc(given.length);
  return timingSafeEqual(given, kept) && kept === hash;
}
