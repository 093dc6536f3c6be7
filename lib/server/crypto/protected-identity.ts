import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';

/** What is known of a person with protected identity and stands nowhere else. */
export type ProtectedIdentity = {
  readonly identityNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly municipality: string | null;
  readonly home: { readonly lat: number; readonly lon: number } | null;
};

export type SealedIdentity = {
  readonly keyId: string;
  readonly nonce: Uint8Array<ArrayBuffer>;
  /** With the 16 bytes of its authentication tag at the end. */
  readonly ciphertext: Uint8Array<ArrayBuffer>;
};

export type IdentitySeal = {
  seal(personId: string, identity: ProtectedIdentity): SealedIdentity;
  /** Throws where the ciphertext was changed, belongs to another person, or was sealed with another key. */
  open(personId: string, sealed: SealedIdentity): ProtectedIdentity;
};

const KEY_ID = 'protected-identity/1';
const TAG_BYTES = 16;
/** Short names hide behind long ones: the text is padded to a multiple of this before it is sealed. */
const BLOCK = 128;

/** Seals protected identities (trust model section 3) with AES-256-GCM under a key of their own, bound to the person's id. */
export function identitySeal(portalSecret: string): IdentitySeal {
  const key = deriveKey(portalSecret, KEY_ID);
  return {
    seal(personId, identity) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(personId));
      const sealed = [cipher.update(padded(identity)), cipher.final(), cipher.getAuthTag()];
      return {
        keyId: KEY_ID,
        nonce: new Uint8Array(nonce),
        ciphertext: new Uint8Array(Buffer.concat(sealed)),
      };
    },
    open(personId, sealed) {
      if (sealed.keyId !== KEY_ID) throw new Error(`No key ${sealed.keyId} for protected identities`);
      const text = sealed.ciphertext.subarray(0, -TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.nonce)
        .setAAD(boundTo(personId))
        .setAuthTag(sealed.ciphertext.subarray(-TAG_BYTES));
      const opened = Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- authenticated: it is what seal wrote
      return JSON.parse(opened) as ProtectedIdentity;
    },
  };
}

function boundTo(personId: string): Buffer {
  return Buffer.from(`${KEY_ID} ${personId}`);
}

function padded(identity: ProtectedIdentity): Buffer {
  const text = Buffer.from(JSON.stringify(identity));
  // Spaces after JSON are no part of it.
  return Buffer.concat([text, Buffer.alloc(BLOCK - (text.length % BLOCK), ' ')]);
}
