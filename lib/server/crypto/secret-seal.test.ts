import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { secretSeal } from '#lib/server/crypto/secret-seal.ts';

const seal = secretSeal('a secret that only tests know, 32+ characters', 'test/1');

it('a sealed secret opens to what was sealed, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string(), fc.uuid(), (secret, id) => {
      expect(seal.open(id, seal.seal(id, secret))).toBe(secret);
    }),
  );
  expect(seal.seal('a', 'x')).not.toEqual(seal.seal('a', 'x'));
});

it('does not open elsewhere, for another purpose, with another portal secret, or changed', () => {
  const sealed = seal.seal('a', 'hemligt');
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('hemligt');
  expect(() => seal.open('b', sealed)).toThrow();
  expect(() =>
    secretSeal('a secret that only tests know, 32+ characters', 'test/2').open('a', sealed),
  ).toThrow();
  expect(() => secretSeal('another', 'test/1').open('a', sealed)).toThrow();
  expect(() => seal.open('a', sealed.with(14, (sealed[14] ?? 0) ^ 1))).toThrow();
});
