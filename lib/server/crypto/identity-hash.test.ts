import { describe, expect, it } from 'vitest';
import { identityHash, identityHasher } from '#lib/server/crypto/identity-hash.ts';

const number = '198106262390';

describe('the hash of an identity number', () => {
  it('is the same each time, so that a person is found again', () => {
    expect(identityHash(number, 'a secret').equals(identityHash(number, 'a secret'))).toBe(true);
    expect(identityHasher('a secret')(number).equals(identityHash(number, 'a secret'))).toBe(true);
    expect(identityHash(number, 'a secret')).toHaveLength(32);
  });

  it('differs between numbers and between secrets', () => {
    expect(identityHash(number, 'a secret').equals(identityHash('198106262382', 'a secret'))).toBe(false);
    expect(identityHash(number, 'a secret').equals(identityHash(number, 'another secret'))).toBe(false);
  });
});
