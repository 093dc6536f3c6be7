import { createHmac } from 'node:crypto';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';

/**
 * The keyed hash by which an identity number (12 digits, coordination numbers too) is looked up. Identity numbers are few
 * enough to be tried out one by one, so that a plain hash would hide nothing: without the key this one cannot be tried.
 */
export function identityHash(number: string, portalSecret: string): Buffer {
  return identityHasher(portalSecret)(number);
}

/** As {@link identityHash}, with the key derived once for many numbers. */
export function identityHasher(portalSecret: string): (number: string) => Buffer {
  const key = deriveKey(portalSecret, 'identity-hash/1');
  return (number) => createHmac('sha256', key).update(number).digest();
}
