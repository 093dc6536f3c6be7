import { describe, expect, it } from 'vitest';
import { homePath, landingPath } from '#lib/domain/actor/front-door.ts';
import { ROLES } from '#lib/domain/actor/role.ts';

describe('where a role comes in', () => {
  it('sends each role to its own front door', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, homePath(role)]))).toEqual({
      coach: '/provider',
      intake: '/provider',
      reporter: '/provider',
      signatory: '/provider',
      providerAdmin: '/provider',
      reviewer: '/review',
      caseworker: '/admin',
      payer: '/payments',
      agreementAdmin: '/admin',
      auditor: '/admin',
      participant: '/participant',
    });
  });

  it('goes back to the page that asked for the login when it is behind the own door', () => {
    expect(landingPath('coach', '/provider/months/2026-05?filter=todo')).toBe(
      '/provider/months/2026-05?filter=todo',
    );
  });

  it('goes home when the page that asked lies behind another door', () => {
    expect(landingPath('coach', '/review')).toBe('/provider');
    expect(landingPath('payer', '/admin/contracts')).toBe('/payments');
    expect(landingPath('participant', '/provider?x=1')).toBe('/participant');
  });

  it('leaves pages that have no door alone, also those whose names merely begin like one', () => {
    expect(landingPath('coach', '/reviewers-guide')).toBe('/reviewers-guide');
  });

  it('goes home when nothing asked', () => {
    expect(landingPath('auditor', null)).toBe('/admin');
    expect(landingPath('auditor', '/')).toBe('/admin');
  });
});
