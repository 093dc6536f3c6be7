import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identitySeal, type ProtectedIdentity } from '#lib/server/crypto/protected-identity.ts';

const seal = identitySeal('a secret that only tests know, 32+ characters');
const person = '0192f0aa-0000-7000-8000-000000000001';
const identity: ProtectedIdentity = {
  identityNumber: '198106262390',
  givenName: 'Elis',
  familyName: 'Mönsterman',
  municipality: 'Karlshamn',
  home: { lat: 56.16596, lon: 14.8404 },
};

describe('a sealed identity', () => {
  it('opens to what was sealed', () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(names, names, (givenName, familyName) => {
        const given = { ...identity, givenName, familyName, municipality: null, home: null };
        expect(seal.open(person, seal.seal(person, given))).toEqual(given);
      }),
    );
  });

  it('shows nothing of it, not even how long the name is', () => {
    const sealed = seal.seal(person, identity);
    expect(Buffer.from(sealed.ciphertext).toString('latin1')).not.toContain('Elis');
    const short = seal.seal(person, { ...identity, givenName: 'Li', familyName: 'Ek' });
    expect(short.ciphertext).toHaveLength(sealed.ciphertext.length);
    expect(Buffer.from(seal.seal(person, identity).nonce).equals(sealed.nonce)).toBe(false);
  });

  it('does not open for another person, with another secret, or changed', () => {
    const sealed = seal.seal(person, identity);
    const ciphertext = sealed.ciphertext.with(3, (sealed.ciphertext[3] ?? 0) ^ 1);
    expect(() => seal.open('0192f0aa-0000-7000-8000-000000000002', sealed)).toThrow();
    expect(() => identitySeal('another secret').open(person, sealed)).toThrow();
    expect(() => seal.open(person, { ...sealed, ciphertext })).toThrow();
    expect(() => seal.open(person, { ...sealed, keyId: 'protected-identity/0' })).toThrow(/No key/);
  });
});
