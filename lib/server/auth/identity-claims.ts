import { z } from 'zod';

/** Claims of OIDC Sweden's specification "Claims and Scopes": who it is, by number. */
const numberClaims = [
  'https://id.oidc.se/claim/personalIdentityNumber',
  'https://id.oidc.se/claim/coordinationNumber',
] as const;

/** What a login asks for: the number in the ID token, by the claims parameter and by its scope. */
export const identityRequest = {
  scope: 'openid profile https://id.oidc.se/scope/naturalPersonNumber',
  claims: JSON.stringify({ id_token: Object.fromEntries(numberClaims.map((name) => [name, null])) }),
} as const;

const claims = z.looseObject({
  sub: z.string().min(1),
  name: z.string().optional(),
  sid: z.string().optional(),
  auth_time: z.number().optional(),
});

export type IdentityClaims = z.infer<typeof claims>;

/** The claims that we read, or an error that the login ends with. */
export function parseClaims(given: unknown): IdentityClaims {
  return claims.parse(given);
}

/** The personal identity number or coordination number as 12 digits, or null where the issuer gave none. */
export function identityNumberOf(given: IdentityClaims): string | null {
  for (const name of numberClaims) {
    const value = given[name];
    const digits = typeof value === 'string' ? value.replace(/[\s-]/g, '') : '';
    if (/^\d{12}$/.test(digits)) return digits;
  }
  return null;
}
