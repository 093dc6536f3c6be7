import { describe, expect, test } from 'vitest';
import { identityNumberOf } from '#lib/server/auth/identity-claims.ts';

const personal = 'https://id.oidc.se/claim/personalIdentityNumber';
const coordination = 'https://id.oidc.se/claim/coordinationNumber';

describe('the number that an e-ID shows', () => {
  test('is the personal identity number, else the coordination number', () => {
    expect(identityNumberOf({ sub: 's', [personal]: '198106262390' })).toBe('198106262390');
    expect(identityNumberOf({ sub: 's', [coordination]: '198106862394' })).toBe('198106862394');
    expect(identityNumberOf({ sub: 's', [personal]: '19810626-2390' })).toBe('198106262390');
  });

  test.each([
    undefined,
    null,
    198_106_262_390,
    '8106262390',
    '1981062623901',
    'abcdefghijkl',
    '',
    ['198106262390'],
  ])('is nothing when it is %j', (value) => {
    expect(identityNumberOf({ sub: 's', [personal]: value })).toBeNull();
  });
});
