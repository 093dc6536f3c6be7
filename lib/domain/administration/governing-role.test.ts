import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { isGoverning, ownHandProblem, whoDecides } from '#lib/domain/administration/governing-role.ts';

describe('what an administrator may do for themselves', () => {
  it.each([
    ['coach', null],
    ['intake', null],
    ['reporter', null],
    ['signatory', 'ownSignatory'],
    ['providerAdmin', 'ownAdministrator'],
  ] as const)('own role as %s', (role, code) => {
    const problem = ownHandProblem(role, { actorId: 'göran', personId: 'göran' });
    expect(problem?.errors[0]?.code ?? null).toBe(code);
  });

  it('may give any role to somebody else, and never a governing one to themselves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROVIDER_ROLES), fc.uuid(), fc.uuid(), (role, actorId, personId) => {
        const isRefused = ownHandProblem(role, { actorId, personId }) !== null;
        expect(isRefused).toBe(actorId === personId && isGoverning(role));
      }),
    );
  });

  it('a request to attest goes to another administrator, and to the authority where there is none', () => {
    expect([0, 1, 2].map(whoDecides)).toEqual(['authority', 'administrator', 'administrator']);
  });
});
