/** Roles of a provider's people (service description, section 2). */
export const PROVIDER_ROLES = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const;

/** Roles of the authority's people. */
export const AUTHORITY_ROLES = ['reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'] as const;

export type ProviderRole = (typeof PROVIDER_ROLES)[number];
export type AuthorityRole = (typeof AUTHORITY_ROLES)[number];
export type Role = ProviderRole | AuthorityRole | 'participant';

export const ROLES: readonly Role[] = [...PROVIDER_ROLES, ...AUTHORITY_ROLES, 'participant'];

/** Where a membership stands: in a provider, in the authority, or as oneself (a participant). */
export type Organisation = 'provider' | 'authority' | 'self';

/** Whether `value` is one of the eleven role codes. */
export function isRole(value: string): value is Role {
  return ROLES.some((role) => role === value);
}

/** Whether the role belongs to a provider's people. */
export function isProviderRole(role: string): role is ProviderRole {
  return PROVIDER_ROLES.some((known) => known === role);
}

/** Whether the role belongs to the authority's people. */
export function isAuthorityRole(role: string): role is AuthorityRole {
  return AUTHORITY_ROLES.some((known) => known === role);
}
