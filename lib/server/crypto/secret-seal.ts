import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type SecretSeal = {
  seal(boundTo: string, secret: string): Uint8Array<ArrayBuffer>;
  /** Throws where it was changed, belongs to something else, or was sealed with another key. */
  open(boundTo: string, sealed: Uint8Array): string;
};

/**
 * Seals secrets that the portal has to know again (AES-256-GCM, nonce first, tag last) under a key for one purpose, bound
 * to the id of what they belong to: a sealed secret that is moved to another row does not open.
 */
export function secretSeal(portalSecret: string, purpose: string): SecretSeal {
  const key = deriveKey(portalSecret, purpose);
  const bound = (to: string): Buffer => Buffer.from(`${purpose} ${to}`);
  return {
    seal(boundTo, secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(boundTo));
      const sealed = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return new Uint8Array(Buffer.concat(sealed));
    },
    open(boundTo, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
        .setAAD(bound(boundTo))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
  };
}
