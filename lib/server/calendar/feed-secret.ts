import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The only form of a secret that was ever given out: 32 random bytes in base64url. */
const SECRET = /^[\w-]{43}$/;

export function newFeedSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function isFeedSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What is kept of a secret. It has 256 bits of chance: nobody finds it by trying, and no salt is needed. */
export function hashOfSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}

/** In the same time whatever they hold. */
export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
